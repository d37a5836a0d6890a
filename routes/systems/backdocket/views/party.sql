-- Who has a role in a matter, by name. The client is the Deal's own Person; everybody else takes part once.
WITH ranked AS (
  SELECT _row AS source_row, row_number() OVER (PARTITION BY matter_id, contact_id ORDER BY _row) AS place
  FROM matter_contact
)
SELECT
  p.matter_id, p.party_no, p.contact_id, p.company_id, p.role, p.is_client,
  coalesce(nullif(trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')), ''), o.name, p.contact_name) AS party_name,
  iif(p.contact_id IS NOT NULL AND p.contact_id IS NOT m.client_contact_id AND r.place = 1, 'true', 'false') AS participates
FROM matter_contact p
JOIN ranked r ON r.source_row = p._row
LEFT JOIN matter m ON m.matter_id = p.matter_id
LEFT JOIN contact c ON c.contact_id = p.contact_id
LEFT JOIN company o ON o.company_id = p.company_id
ORDER BY p._row
