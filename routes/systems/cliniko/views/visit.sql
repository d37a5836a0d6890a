-- An individual appointment, with what a reader looks for. Nobody marks most visits as arrived: one whose day has passed
-- and that was neither cancelled nor missed took place.
SELECT
  a.appointment_id, a.patient_id, a.practitioner_id, a.business_id, a.appointment_type_id, a.starts_at, a.ends_at,
  CAST(round((julianday(a.ends_at) - julianday(a.starts_at)) * 1440) AS INTEGER) AS minutes,
  a.notes, a.cancellation_reason, a.cancellation_note, t.name AS type_name,
  coalesce(r.display_name, nullif(trim(coalesce(r.first_name, '') || ' ' || coalesce(r.last_name, '')), ''))
    AS practitioner_name,
  coalesce(b.display_name, b.business_name) AS business_name,
  CASE
    WHEN a.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN a.did_not_arrive IS 'true' THEN 'did-not-arrive'
    WHEN a.patient_arrived IS 'true' THEN 'arrived'
    WHEN a.ends_at < date('now') THEN 'passed'
    ELSE 'booked'
  END AS state,
  iif(a.archived_at IS NULL AND a.deleted_at IS NULL, 'false', 'true') AS archived,
  coalesce(h.archived, 'false') AS patient_archived,
  coalesce(h.refused, 'false') AS patient_refused
FROM individual_appointment a
LEFT JOIN appointment_type t ON t.appointment_type_id = a.appointment_type_id
LEFT JOIN practitioner r ON r.practitioner_id = a.practitioner_id
LEFT JOIN business b ON b.business_id = a.business_id
LEFT JOIN patient_now p ON p.patient_id = a.patient_id
LEFT JOIN patient_now h ON h.patient_id = p.human_id
ORDER BY a._row
