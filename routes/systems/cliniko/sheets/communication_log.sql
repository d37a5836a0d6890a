-- The log of one patient, the oldest line first.
SELECT
  time AS "Time (UTC)", direction AS "Direction", type AS "Type", category AS "Category", "from" AS "From", "to" AS "To",
  subject AS "Subject", text AS "Text"
FROM communication_line
WHERE patient_id = ?
ORDER BY time, communication_id
