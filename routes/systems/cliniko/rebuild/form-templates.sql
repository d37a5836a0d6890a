-- Patient forms: Pipedrive asks patients nothing by itself. Rebuild each form with its questions in the tool that will send it.
SELECT
  f.name AS "Form", json_extract(s.value, '$.name') AS "Section", json_extract(q.value, '$.name') AS "Question",
  json_extract(q.value, '$.type') AS "Kind",
  (SELECT group_concat(json_extract(a.value, '$.value'), ', ') FROM json_each(q.value, '$.answers') a) AS "Answers",
  iif(json_extract(q.value, '$.required') = 1, 'yes', '') AS "Required",
  iif(f.restricted_to_practitioner IS 'true', 'yes', '') AS "Practitioners only"
FROM patient_form_template f, json_each(f.content, '$.sections') s, json_each(s.value, '$.questions') q
WHERE f.archived_at IS NULL
ORDER BY f._row, s.key, q.key
