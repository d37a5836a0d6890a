SELECT
  v.cnotes_id AS note_id,
  v.patient_id,
  v.provider_id,
  'clinical' AS kind,
  v.create_date_time_stamp AS note_at,
  v.note_locked AS locked,
  v.note_text AS "text"
FROM admin.v_clinical_notes v
ORDER BY v.cnotes_id
