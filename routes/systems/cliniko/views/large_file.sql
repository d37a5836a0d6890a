-- Attachments that Pipedrive does not take, so that a person who misses one finds it. Its limit is
-- a setting, and 50 MB unless the migration file says otherwise.
SELECT
  a.attachment_id, p.human_id AS patient_id, a.filename, a.content_type,
  printf('%.1f MB', CAST(a.size AS INTEGER) / 1000000.0) AS megabytes, a.content_address
FROM attachment a
JOIN patient_now p ON p.patient_id = a.patient_id
WHERE a.archived_at IS NULL
  AND CAST(a.size AS INTEGER) > 1000000 * (SELECT CAST(value AS INTEGER) FROM _setting WHERE name = 'largest_attachment_mb')
ORDER BY a._row
