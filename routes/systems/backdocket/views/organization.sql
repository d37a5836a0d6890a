-- The companies of the list, and those that people and matters only name: one for each name.
WITH named AS (
  SELECT alike('t', company_name) AS name_key, company_name AS name, 1 AS source, _row AS source_row
  FROM contact
  WHERE company_id IS NULL AND company_name IS NOT NULL
  UNION ALL
  SELECT alike('t', client_company_name), client_company_name, 2, _row
  FROM matter
  WHERE client_company_id IS NULL AND client_company_name IS NOT NULL
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY name_key ORDER BY source, source_row) AS place
  FROM named
  WHERE name_key IS NOT NULL
)
SELECT
  company_id AS company_key, company_id, name, industry, website, employee_count, phone, email, address_1, address_2, city, state,
  postal_code, country, primary_contact_id, owner_user_id, created_at, updated_at
FROM company
UNION ALL
SELECT
  'name/' || replace(name_key, char(1), ''), NULL, name, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL
FROM ranked
WHERE place = 1
