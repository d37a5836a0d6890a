-- note document-alone: These documents name neither a matter nor a contact, so there is nothing to put them on.
SELECT document_id AS key, _row AS row
FROM document
WHERE matter_id IS NULL AND contact_id IS NULL
ORDER BY _row
