-- What a patient came for, each type once.
SELECT DISTINCT patient_id, type_name
FROM (
  SELECT p.human_id AS patient_id, v.type_name
  FROM visit v
  JOIN patient_now p ON p.patient_id = v.patient_id
  WHERE v.type_name IS NOT NULL AND v.state <> 'cancelled' AND v.archived = 'false'
  UNION ALL
  SELECT p.human_id, g.type_name
  FROM group_visit g
  JOIN patient_now p ON p.patient_id = g.patient_id
  WHERE g.type_name IS NOT NULL AND g.state <> 'cancelled' AND g.archived = 'false'
)
ORDER BY patient_id, type_name
