-- A plan with the number of its procedures, and with its own figures, else the sum over its procedures.
SELECT
  t.treatment_plan_id, t.patient_id, t.name, t.status, t.source_status, t.is_default, t.created_date, t.status_date,
  t.status_comment, t.expires_date, t.provider_id, t.modified_at,
  coalesce(s.lines, 0) AS lines,
  coalesce(t.total_amount, s.amount) AS total_amount,
  coalesce(t.insurance_estimate, s.estimate) AS insurance_estimate
FROM treatment_plan t
LEFT JOIN (
  SELECT
    treatment_plan_id,
    count(*) AS lines,
    money_sum(amount) AS amount,
    money_sum(money_add(insurance_estimate_primary, insurance_estimate_secondary)) AS estimate
  FROM procedure
  WHERE treatment_plan_id IS NOT NULL AND state IS NOT 'invalidated'
  GROUP BY treatment_plan_id
) s ON s.treatment_plan_id = t.treatment_plan_id
ORDER BY t._row
