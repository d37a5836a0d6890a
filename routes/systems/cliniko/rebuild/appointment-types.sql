-- Appointment types: Pipedrive keeps their labels and nothing else. Set lengths, places and payments up where bookings are made from now on.
SELECT
  t.name AS "Type", t.category AS "Category", t.duration_in_minutes AS "Minutes", t.max_attendees AS "Most attendees",
  t.deposit_price AS "Deposit", t.online_payments_mode AS "Online payment", t.show_in_online_bookings AS "Bookable online",
  t.telehealth_enabled AS "Telehealth",
  iif(
    t.confirmation_template_ids IS NULL, 0,
    length(t.confirmation_template_ids) - length(replace(t.confirmation_template_ids, ',', '')) + 1
  ) AS "Confirmations",
  iif(
    t.reminder_template_ids IS NULL, 0,
    length(t.reminder_template_ids) - length(replace(t.reminder_template_ids, ',', '')) + 1
  ) AS "Reminders",
  n.name AS "Note template", iif(t.archived_at IS NULL, '', 'yes') AS "Archived"
FROM appointment_type t
LEFT JOIN treatment_note_template n ON n.template_id = t.treatment_note_template_id
ORDER BY t._row
