SELECT
  r.patid AS patient_id,
  r.recallid AS recall_type_id,
  r.priordate AS last_visit_date,
  r.duedate AS due_date,
  r.provid AS provider_id,
  NULLIF(r.apptid, 0) AS appointment_id,
  CAST(r.status AS VARCHAR(6)) AS status,
  r.automodifiedtimestamp AS modified_at
FROM admin.recallpending r
ORDER BY r.patid, r.recallid
