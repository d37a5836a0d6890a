-- note attachment-not-ready: Cliniko is still working on these files, so they cannot be fetched. They are set aside; run again later.
SELECT attachment_id AS key, _row AS row
FROM attachment
WHERE processing_completed IS 'false' AND archived_at IS NULL
ORDER BY _row
