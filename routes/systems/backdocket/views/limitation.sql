-- The last day on which a matter may go to court.
SELECT
  m.matter_id, m.name, m.statute_of_limitations_on, m.responsible_user_id,
  iif(s.outcome IS 'open' OR s.outcome IS NULL, 'false', 'true') AS is_past
FROM matter m
JOIN matter_standing s ON s.matter_id = m.matter_id
WHERE m.statute_of_limitations_on IS NOT NULL
ORDER BY m._row
