-- One log for each patient with whom anything was exchanged; the place of its file is made of the lines above.
SELECT
  l.patient_id, 'sheet:communication_log/' || l.patient_id AS content, count(*) AS messages,
  max(c.updated_at) AS changed_at, 'Communication log ' || l.patient_id || '.csv' AS filename,
  h.archived AS patient_archived, h.refused AS patient_refused
FROM communication_line l
JOIN communication c ON c.communication_id = l.communication_id
JOIN patient_now h ON h.patient_id = l.patient_id
GROUP BY l.patient_id
ORDER BY min(c._row)
