-- Where a document goes: with its matter and its client; or, when it is too large or not in the export, its link alone.
SELECT
  d.document_id, d.matter_id, d.contact_id, d.file_name, d.folder, d.external_url, d.storage_ref, d.size_bytes,
  -- Only what lies under files/ is a document of the export.
  CASE WHEN replace(d.path, char(92), '/') LIKE 'files/%' THEN replace(d.path, char(92), '/') END AS content,
  CASE
    WHEN d.path IS NULL THEN 'elsewhere'
    WHEN CAST(d.size_bytes AS INTEGER) > 1000000 * (SELECT CAST(value AS REAL) FROM _setting WHERE name = 'largest_document_mb')
      THEN 'large'
  END AS stays
FROM document d
ORDER BY d._row
