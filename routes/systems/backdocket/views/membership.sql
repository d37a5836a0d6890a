-- Which companies a person belongs to: as linked, and as the person's own row says.
WITH all_of_them AS (
  SELECT contact_id, company_id AS company_key, role, is_primary, _row AS source_row, 1 AS source
  FROM contact_company
  UNION ALL
  SELECT
    contact_id, coalesce(company_id, 'name/' || replace(alike('t', company_name), char(1), '')),
    NULL, NULL, _row, 2
  FROM contact
  WHERE company_id IS NOT NULL OR company_name IS NOT NULL
),
ranked AS (
  SELECT
    *, row_number() OVER (PARTITION BY contact_id, company_key ORDER BY source, source_row) AS place
  FROM all_of_them
  WHERE company_key IS NOT NULL
)
SELECT
  r.contact_id, r.company_key, r.role, r.is_primary, iif(r.is_primary IS 'true', 0, 1) AS sorting,
  o.name AS company_name
FROM ranked r
LEFT JOIN organization o ON o.company_key = r.company_key
WHERE r.place = 1
ORDER BY r.source, r.source_row
