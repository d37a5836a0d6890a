-- The telephone numbers of a patient in one row: the first mobile, home and work number, and up to four others. A fax is
-- no number to call.
WITH place AS (
  SELECT
    patient_id, number, position, _row AS source_row,
    CASE
      WHEN lower(phone_type) IN ('mobile', 'home', 'work')
        AND row_number() OVER (PARTITION BY patient_id, lower(phone_type) ORDER BY CAST(position AS INTEGER)) = 1
        THEN lower(phone_type)
      ELSE 'other'
    END AS kind
  FROM patient_phone
  WHERE number IS NOT NULL AND lower(coalesce(phone_type, '')) <> 'fax'
),
numbered AS (
  SELECT *, row_number() OVER (PARTITION BY patient_id, kind ORDER BY CAST(position AS INTEGER)) AS n
  FROM place
)
SELECT
  patient_id,
  max(CASE WHEN kind = 'mobile' THEN number END) AS mobile,
  max(CASE WHEN kind = 'home' THEN number END) AS home,
  max(CASE WHEN kind = 'work' THEN number END) AS work,
  max(CASE WHEN kind = 'other' AND n = 1 THEN number END) AS other_1,
  max(CASE WHEN kind = 'other' AND n = 2 THEN number END) AS other_2,
  max(CASE WHEN kind = 'other' AND n = 3 THEN number END) AS other_3,
  max(CASE WHEN kind = 'other' AND n = 4 THEN number END) AS other_4
FROM numbered
GROUP BY patient_id
ORDER BY min(source_row)
