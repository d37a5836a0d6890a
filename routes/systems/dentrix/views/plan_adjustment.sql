-- Adjustments and write-offs booked against the procedures of a plan.
SELECT t.treatment_plan_id, s.adjustment
FROM treatment_plan t
JOIN (
  SELECT p.treatment_plan_id, money_sum(l.amount) AS adjustment
  FROM ledger_entry l
  JOIN procedure p ON p.procedure_id = l.procedure_id
  WHERE l.kind IN ('adjustment', 'write_off') AND p.treatment_plan_id IS NOT NULL
  GROUP BY p.treatment_plan_id
) s ON s.treatment_plan_id = t.treatment_plan_id
ORDER BY t._row
