-- The procedures of a plan, numbered, and cut into pages of a hundred: a deal takes no more products in one call.
WITH numbered AS (
  SELECT
    _row AS source_row,
    row_number() OVER (
      PARTITION BY treatment_plan_id
      ORDER BY treatment_plan_order IS NULL, CAST(treatment_plan_order AS INTEGER), _row
    ) - 1 AS n
  FROM procedure
  WHERE treatment_plan_id IS NOT NULL AND state IS NOT 'invalidated'
)
SELECT
  p.*, n.n / 100 + 1 AS page, n.n % 100 + 1 AS position,
  c.description AS code_description, c.abbreviation AS code_abbreviation, c.category AS code_category
FROM numbered n
JOIN procedure p ON p._row = n.source_row
LEFT JOIN procedure_code c ON c.procedure_code = p.procedure_code
ORDER BY p._row
