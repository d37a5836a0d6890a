-- The documents of a matter that stay in the archive, a line each: where it was filed, and its address as far as there is one.
SELECT
  matter_id, count(*) AS documents,
  group_concat(coalesce(folder || '/', '') || file_name || coalesce(' ' || external_url, ''), char(10)) AS lines
FROM (SELECT * FROM document_place WHERE stays IS NOT NULL AND matter_id IS NOT NULL ORDER BY document_id)
GROUP BY matter_id
ORDER BY matter_id
