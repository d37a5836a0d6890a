-- Every patient, with whom a merged one was merged into in the end, and what may keep somebody back. A chain of mergers
-- is followed to its end; one that is a circle, or leads to nobody, is no merger.
WITH RECURSIVE walk(patient_id, reached, steps) AS (
  SELECT patient_id, patient_id, 0 FROM patient
  UNION ALL
  SELECT w.patient_id, n.patient_id, w.steps + 1
  FROM walk w
  JOIN patient p ON p.patient_id = w.reached
  JOIN patient n ON n.patient_id = p.merged_into_id
  WHERE w.steps < 50
),
ended AS (
  SELECT w.patient_id, w.reached
  FROM walk w
  JOIN patient p ON p.patient_id = w.reached
  WHERE w.steps > 0
    AND (p.merged_into_id IS NULL OR NOT EXISTS (SELECT 1 FROM patient n WHERE n.patient_id = p.merged_into_id))
)
SELECT
  p.*,
  CASE
    WHEN p.address_2 IS NULL THEN p.address_3
    WHEN p.address_3 IS NULL THEN p.address_2
    ELSE p.address_2 || ', ' || p.address_3
  END AS street_2,
  e.reached AS survivor_id, coalesce(e.reached, p.patient_id) AS human_id,
  iif(p.archived_at IS NULL, 'false', 'true') AS archived,
  iif(p.accepted_privacy_policy IS 'false', 'true', 'false') AS refused,
  iif(p.deleted_at IS NULL, 'false', 'true') AS deleted
FROM patient p
LEFT JOIN ended e ON e.patient_id = p.patient_id
ORDER BY p._row
