-- One row for each field of the account's own that is filled for a patient, as text. Of options only the chosen ones
-- count, and what was typed beside them; a field the account has archived shows nothing. A section or field whose name
-- speaks of insurance is about insurance.
WITH field AS (
  SELECT
    p._row AS source_row, p.patient_id, f.value AS field, s.key AS section_place, f.key AS place,
    trim(json_extract(s.value, '$.name')) AS section, trim(json_extract(f.value, '$.name')) AS label,
    CASE
      WHEN json_type(f.value, '$.options') IS 'array' OR json_type(f.value, '$.other') IS 'object' THEN (
        SELECT group_concat(chosen, ', ')
        FROM (
          SELECT json_extract(o.value, '$.name') AS chosen
          FROM json_each(f.value, '$.options') o
          WHERE json_extract(o.value, '$.selected') = 1
          UNION ALL
          SELECT json_extract(f.value, '$.other.value') WHERE json_extract(f.value, '$.other.selected') = 1
        )
      )
      ELSE json_extract(f.value, '$.value')
    END AS value
  FROM patient p, json_each(p.custom_fields, '$.sections') s, json_each(s.value, '$.fields') f
  WHERE coalesce(json_extract(s.value, '$.archived'), 0) = 0 AND coalesce(json_extract(f.value, '$.archived'), 0) = 0
)
SELECT
  patient_id, coalesce(json_extract(field, '$.token'), section || '/' || label) AS token, section, label,
  lower(label) AS label_key, trim(value) AS value, json_extract(field, '$.type') AS type,
  iif(
    lower(section || ' ' || label) GLOB '*insur*'
      OR lower(section || ' ' || label) GLOB '*health fund*'
      OR lower(section || ' ' || label) GLOB '*benefit*'
      OR lower(section || ' ' || label) GLOB '*coverage*',
    'insurance', 'other'
  ) AS about
FROM field
WHERE value IS NOT NULL AND trim(value) <> ''
ORDER BY source_row, section_place, place
