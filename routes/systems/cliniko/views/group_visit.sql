-- A person's place in a group appointment: the time is the group's, who came and who cancelled is the person's. The one
-- attendee of an individual appointment is not among them, because that appointment says it all. False under arrived is
-- told apart from nothing, because whether it means missed is known of no document: the mapping decides.
SELECT
  d.attendee_id, d.patient_id, g.group_appointment_id, g.practitioner_id, g.business_id, g.appointment_type_id,
  g.starts_at, CAST(round((julianday(g.ends_at) - julianday(g.starts_at)) * 1440) AS INTEGER) AS minutes,
  g.notes AS group_notes, d.notes, d.cancellation_reason, d.cancellation_note, t.name AS type_name,
  coalesce(r.display_name, nullif(trim(coalesce(r.first_name, '') || ' ' || coalesce(r.last_name, '')), ''))
    AS practitioner_name,
  coalesce(b.display_name, b.business_name) AS business_name,
  CASE
    WHEN d.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN d.arrived IS 'true' THEN 'arrived'
    WHEN d.arrived IS 'false' AND g.ends_at < date('now') THEN 'marked-absent'
    WHEN g.ends_at < date('now') THEN 'passed'
    ELSE 'booked'
  END AS state,
  iif(
    d.archived_at IS NULL AND d.deleted_at IS NULL AND g.archived_at IS NULL AND g.deleted_at IS NULL, 'false', 'true'
  ) AS archived,
  coalesce(h.archived, 'false') AS patient_archived,
  coalesce(h.refused, 'false') AS patient_refused
FROM attendee d
JOIN group_appointment g ON g.group_appointment_id = d.booking_id
LEFT JOIN appointment_type t ON t.appointment_type_id = g.appointment_type_id
LEFT JOIN practitioner r ON r.practitioner_id = g.practitioner_id
LEFT JOIN business b ON b.business_id = g.business_id
LEFT JOIN patient_now p ON p.patient_id = d.patient_id
LEFT JOIN patient_now h ON h.patient_id = p.human_id
ORDER BY d._row
