-- The stages of each matter type's pipeline: the statuses of the type in their order, those of all types, and last those that
-- only a matter has.
WITH kind AS (
  SELECT matter_type_id, coalesce(pipeline, name) AS pipeline, _row AS place
  FROM matter_type
),
stages AS (
  SELECT
    k.pipeline, coalesce(s.stage, s.status) AS stage, k.place, 1 AS source, CAST(s.sort_order AS INTEGER) AS sorting,
    s._row AS source_row
  FROM kind k
  JOIN matter_status s ON s.matter_type_id IN (k.matter_type_id, '*')
  UNION ALL
  SELECT pipeline, stage, 0, 2, NULL, min(_row)
  FROM matter_standing
  WHERE pipeline IS NOT NULL AND stage IS NOT NULL
  GROUP BY 1, 2
),
ranked AS (
  SELECT
    *, row_number() OVER (PARTITION BY pipeline, stage ORDER BY source, place, source_row) AS copy
  FROM stages
)
SELECT
  pipeline, stage,
  row_number() OVER (PARTITION BY pipeline ORDER BY source, sorting IS NULL, sorting, place, source_row) AS position
FROM ranked
WHERE copy = 1
ORDER BY pipeline, position
