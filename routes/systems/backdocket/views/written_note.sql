-- A note under its subject; where the note is HTML, so is the subject.
SELECT
  n.note_id, n.matter_id, n.contact_id, n.author_user_id, n.created_at,
  CASE
    WHEN n.subject IS NULL THEN n.body
    WHEN n.is_html IS 'true'
      THEN '<p><b>' || replace(replace(replace(n.subject, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</b></p>' || n.body
    ELSE n.subject || char(10) || char(10) || n.body
  END AS words
FROM note n
ORDER BY n._row
