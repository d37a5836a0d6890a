-- Where the images of a patient are kept: one address per patient, the newest that is known.
WITH ranked AS (
  SELECT
    patient_id, archive_url,
    row_number() OVER (PARTITION BY patient_id ORDER BY archive_url IS NULL, taken_date DESC, _row DESC) AS place
  FROM image
)
SELECT i.patient_id, i.images, r.archive_url, i.first_taken, i.last_taken, i.kinds
FROM (
  SELECT
    patient_id, min(_row) AS source_row, count(*) AS images, min(taken_date) AS first_taken,
    max(taken_date) AS last_taken, replace(group_concat(DISTINCT kind), ',', ', ') AS kinds
  FROM image
  WHERE patient_id IS NOT NULL
  GROUP BY patient_id
) i
JOIN ranked r ON r.patient_id = i.patient_id AND r.place = 1
ORDER BY i.source_row
