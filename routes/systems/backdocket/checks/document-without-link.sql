-- note document-without-link: These documents are over the limit or not in the export, and have no address. Say under overrides.links.document-archive where they are kept.
SELECT document_id AS key, _row AS row
FROM document_place
WHERE stays IS NOT NULL AND external_url IS NULL
ORDER BY _row
