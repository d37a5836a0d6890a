-- When each recall is due: as stated, else the last visit and the patient's own interval, else the interval of the type.
-- A month is a month of the calendar: the 31st of August and six months are the last of February.
WITH stepped AS (
  SELECT
    r._row AS source_row, t.name AS recall_name, t.description AS recall_description,
    CASE
      WHEN r.due_date IS NOT NULL OR r.last_visit_date IS NULL THEN r.due_date
      WHEN r.interval_days IS NOT NULL THEN days_later(r.last_visit_date, r.interval_days)
      WHEN t.interval_unit = 'day' THEN days_later(r.last_visit_date, t.interval_count)
      WHEN t.interval_unit = 'week' THEN days_later(r.last_visit_date, 7 * t.interval_count)
      WHEN t.interval_unit = 'month' THEN months_later(r.last_visit_date, t.interval_count)
      WHEN t.interval_unit = 'year' THEN months_later(r.last_visit_date, 12 * t.interval_count)
      ELSE t.interval_unit -- not understood: shows as a date that is none, rather than as no date
    END AS due
  FROM recall r
  LEFT JOIN recall_type t ON t.recall_type_id = r.recall_type_id
)
SELECT
  r.patient_id, r.recall_type_id, r.last_visit_date, s.due AS due_date, r.interval_days, r.provider_id, r.appointment_id,
  r.status, r.modified_at, s.recall_name, s.recall_description,
  iif(
    a.appointment_id IS NOT NULL
      AND coalesce(a.status, '') NOT IN ('completed', 'broken', 'no_show', 'cancelled', 'deleted'),
    'true', 'false'
  ) AS booked,
  a.start_date AS appointment_date
FROM stepped s
JOIN recall r ON r._row = s.source_row
LEFT JOIN appointment a ON a.appointment_id = r.appointment_id
ORDER BY r._row
