-- The documents of a client that belong to no matter that stay in the archive, a line each: where it was filed, and its address as far as there is one.
SELECT
  contact_id, count(*) AS documents,
  group_concat(coalesce(folder || '/', '') || file_name || coalesce(' ' || external_url, ''), char(10)) AS lines
FROM (SELECT * FROM document_place WHERE stays IS NOT NULL AND matter_id IS NULL AND contact_id IS NOT NULL ORDER BY document_id)
GROUP BY contact_id
ORDER BY contact_id
