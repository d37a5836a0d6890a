-- What was sent to a patient and what came back, as a line of the patient's log. One-time codes are left out, and of what
-- is confidential the words.
SELECT
  c.communication_id, p.human_id AS patient_id, c.created_at AS time,
  CASE c.direction_code WHEN '1' THEN 'sent' WHEN '2' THEN 'received' END AS direction,
  c.type, c.category, c.sender AS "from", c.recipient AS "to",
  iif(c.confidential IS 'true', NULL, c.subject) AS subject,
  iif(c.confidential IS 'true', '(confidential, see Cliniko)', c.text) AS text
FROM communication c
JOIN patient_now p ON p.patient_id = c.patient_id
WHERE c.category_code IS NOT '11' AND c.archived_at IS NULL
ORDER BY c.created_at, c._row
