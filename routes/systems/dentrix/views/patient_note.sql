-- Notes with the day and the name a reader looks for.
SELECT
  n.*, substr(n.note_at, 1, 10) AS note_date,
  nullif(trim(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')), '') AS provider_name
FROM clinical_note n
LEFT JOIN provider p ON p.provider_id = n.provider_id
ORDER BY n._row
