-- Who looks after a patient: whoever has the newest appointment that was not cancelled, alone or in a group. Cliniko
-- itself names nobody.
WITH seen AS (
  SELECT p.human_id AS patient_id, v.practitioner_id, v.practitioner_name, v.starts_at, v.appointment_id AS key
  FROM visit v
  JOIN patient_now p ON p.patient_id = v.patient_id
  WHERE v.state <> 'cancelled' AND v.archived = 'false'
  UNION ALL
  SELECT p.human_id, g.practitioner_id, g.practitioner_name, g.starts_at, g.attendee_id
  FROM group_visit g
  JOIN patient_now p ON p.patient_id = g.patient_id
  WHERE g.state <> 'cancelled' AND g.archived = 'false'
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY patient_id ORDER BY starts_at DESC, key DESC) AS age
  FROM seen
  WHERE practitioner_id IS NOT NULL
)
SELECT patient_id, practitioner_id, practitioner_name
FROM ranked
WHERE age = 1
ORDER BY patient_id
