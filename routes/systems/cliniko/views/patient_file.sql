-- An attachment with its address, which is nothing as long as Cliniko is still working on the file. Behind it stands the
-- size, so that one that is too large is not even fetched.
SELECT
  a.attachment_id, a.patient_id, a.filename, a.content_type, a.size, a.description,
  iif(a.processing_completed IS 'false', NULL, a.content_address || coalesce('#size=' || a.size, '')) AS content_address,
  iif(a.archived_at IS NULL, 'false', 'true') AS archived,
  coalesce(h.archived, 'false') AS patient_archived,
  coalesce(h.refused, 'false') AS patient_refused
FROM attachment a
LEFT JOIN patient_now p ON p.patient_id = a.patient_id
LEFT JOIN patient_now h ON h.patient_id = p.human_id
ORDER BY a._row
