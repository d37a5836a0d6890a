-- An intake, under the name of its matter type, and whether it became a matter.
SELECT
  i.*, iif(i.converted_matter_id IS NULL, 'false', 'true') AS converted,
  iif(EXISTS (SELECT 1 FROM matter_type), t.name, i.matter_type_id) AS type_name,
  substr(i.submitted_at, 1, 10) AS submitted_on,
  coalesce(
    nullif(trim(coalesce(i.first_name, '') || ' ' || coalesce(i.last_name, '')), ''),
    nullif(trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')), '')
  ) AS called
FROM intake i
LEFT JOIN matter_type t ON t.matter_type_id = i.matter_type_id
LEFT JOIN contact c ON c.contact_id = i.contact_id
ORDER BY i._row
