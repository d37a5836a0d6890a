-- An entry with the client it is about. A meeting with the client who is not named is one with the client of the matter.
-- An entry that does not say whether it is done is done when it was over at the time of the export.
WITH entry AS (
  SELECT *, _row AS source_row,
    alike('t', kind) IN (alike('t', 'client meeting'), alike('t', 'client call'), alike('t', 'consultation')) AS is_of_client
  FROM event
)
SELECT
  e.event_id, e.subject, e.kind, e.all_day, e.location, e.description, e.matter_id, e.contact_id, e.owner_user_id,
  e.attendee_user_ids, e.remind_minutes,
  iif(e.all_day IS 'true', substr(e.starts_at, 1, 10), zoned(e.starts_at, e.time_zone)) AS starts,
  iif(
    e.all_day IS 'true' OR e.ends_at IS NULL, NULL,
    CAST(round((julianday(zoned(e.ends_at, e.time_zone)) - julianday(zoned(e.starts_at, e.time_zone))) * 1440) AS INTEGER)
  ) AS minutes,
  coalesce(
    e.done,
    iif(
      julianday(coalesce(e.ends_at, e.starts_at)) < julianday((SELECT value FROM _setting WHERE name = 'exported_at')),
      'true', 'false'
    )
  ) AS is_done,
  iif(e.is_of_client AND e.contact_id IS NULL AND e.contact_name IS NULL, m.client_contact_id, NULL) AS client_contact_id
FROM entry e
LEFT JOIN matter m ON m.matter_id = e.matter_id
ORDER BY e.source_row
