-- What is to be watched in a patient, under the patient it belongs to after mergers.
SELECT a.medical_alert_id, p.human_id AS patient_id, a.name, a.created_at
FROM medical_alert a
JOIN patient_now p ON p.patient_id = a.patient_id
WHERE a.archived_at IS NULL AND a.deleted_at IS NULL
ORDER BY a._row
