-- A balance belongs to a family, not to a plan: it shows on the family's newest open plan, and only there.
-- The empty catch-all plan does not travel, so it must not carry the balance.
-- CROSS JOIN keeps SQLite from asking the plans once for every balance.
WITH open_plan AS (
  SELECT
    t._row AS source_row, t.treatment_plan_id, coalesce(p.guarantor_id, p.patient_id) AS guarantor_id,
    row_number() OVER (
      PARTITION BY coalesce(p.guarantor_id, p.patient_id)
      ORDER BY t.created_date DESC, t._row DESC
    ) AS age
  FROM plan t
  JOIN patient p ON p.patient_id = t.patient_id
  WHERE t.status IN ('proposed', 'accepted', 'in_progress') AND NOT (t.is_default IS 'true' AND t.lines = '0')
)
SELECT
  o.treatment_plan_id, o.guarantor_id,
  money_add(b.balance_0_30, b.balance_31_60, b.balance_61_90, b.balance_over_90) AS balance
FROM open_plan o
CROSS JOIN guarantor_balance b ON b.guarantor_id = o.guarantor_id
WHERE o.age = 1
ORDER BY o.source_row
