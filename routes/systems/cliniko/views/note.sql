-- A treatment note as a page to read: section, question, answer. Answers of the type paragraph are HTML and stay so; all
-- else is plain text and is made safe to stand in HTML. Options that were not chosen, and questions nobody answered, are
-- not shown.
WITH answer AS (
  SELECT
    n._row AS source_row, s.key AS section_place, q.key AS place, json_extract(s.value, '$.name') AS section,
    json_extract(q.value, '$.name') AS question, json_extract(q.value, '$.type') AS type,
    CASE
      WHEN json_type(q.value, '$.answers') IS 'array' OR json_type(q.value, '$.other') IS 'object' THEN (
        SELECT group_concat(chosen, ', ')
        FROM (
          SELECT json_extract(a.value, '$.value') AS chosen
          FROM json_each(q.value, '$.answers') a
          WHERE json_extract(a.value, '$.selected') = 1
          UNION ALL
          SELECT json_extract(q.value, '$.other.value') WHERE json_extract(q.value, '$.other.selected') = 1
        )
      )
      ELSE json_extract(q.value, '$.answer')
    END AS text
  FROM treatment_note n, json_each(n.content, '$.sections') s, json_each(s.value, '$.questions') q
),
line AS (
  SELECT
    source_row, section_place, place, section,
    '<p><b>' || html(question) || '</b></p>'
      || CASE
        WHEN type = 'paragraph' AND text GLOB '*<*>*' THEN text
        ELSE '<p>' || replace(html(text), char(10), '<br>') || '</p>'
      END AS html
  FROM answer
  WHERE text IS NOT NULL AND trim(text) <> ''
),
part AS (
  SELECT
    source_row, section_place,
    coalesce('<h2>' || html(section) || '</h2>', '') || group_concat(html, '' ORDER BY place) AS html
  FROM line
  GROUP BY source_row, section_place
),
page AS (
  SELECT source_row, group_concat(html, '' ORDER BY section_place) AS html
  FROM part
  GROUP BY source_row
)
SELECT
  n.treatment_note_id, n.patient_id, n.practitioner_id, n.title, n.author_name, n.draft, n.created_at,
  '<p><b>' || html(coalesce(n.title, 'Treatment note')) || '</b><br>'
    || html(coalesce(n.author_name, nullif(trim(coalesce(r.first_name, '') || ' ' || coalesce(r.last_name, '')), ''), 'unknown author'))
    || ', ' || replace(substr(n.created_at, 1, 16), 'T', ' ') || ' UTC'
    || iif(n.draft IS 'true', ', draft', '') || '</p>' || g.html AS text,
  iif(g.html IS NULL, 'true', 'false') AS empty,
  iif(n.pinned_at IS NULL, 'false', 'true') AS pinned,
  iif(n.archived_at IS NULL AND n.deleted_at IS NULL, 'false', 'true') AS archived,
  coalesce(h.archived, 'false') AS patient_archived,
  coalesce(h.refused, 'false') AS patient_refused
FROM treatment_note n
LEFT JOIN page g ON g.source_row = n._row
LEFT JOIN practitioner r ON r.practitioner_id = n.practitioner_id
LEFT JOIN patient_now p ON p.patient_id = n.patient_id
LEFT JOIN patient_now h ON h.patient_id = p.human_id
ORDER BY n._row
