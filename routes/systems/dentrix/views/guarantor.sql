-- Patients who answer for at least one other patient: the heads of a household.
SELECT p.*, f.family_size
FROM patient p
JOIN (
  SELECT guarantor_id, count(*) AS family_size, sum(patient_id <> guarantor_id) AS others
  FROM patient
  WHERE guarantor_id IS NOT NULL
  GROUP BY guarantor_id
) f ON f.guarantor_id = p.patient_id
WHERE f.others > 0
ORDER BY p._row
