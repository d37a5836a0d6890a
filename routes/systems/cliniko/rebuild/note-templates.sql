-- Treatment note templates: notes arrive as text, and what they were written with stays. Rebuild the templates where notes are written from now on.
SELECT
  t.name AS "Template", json_extract(s.value, '$.name') AS "Section", json_extract(q.value, '$.name') AS "Question",
  json_extract(q.value, '$.type') AS "Kind",
  (SELECT group_concat(json_extract(a.value, '$.value'), ', ') FROM json_each(q.value, '$.answers') a) AS "Answers"
FROM treatment_note_template t, json_each(t.content, '$.sections') s, json_each(s.value, '$.questions') q
WHERE t.archived_at IS NULL
ORDER BY t._row, s.key, q.key
