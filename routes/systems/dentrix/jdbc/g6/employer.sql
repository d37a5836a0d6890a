SELECT
  v.employer_id,
  v.employer_name AS name,
  v.address_line1 AS address_1,
  v.address_line2 AS address_2,
  v.city,
  v.state,
  v.zip_code AS postal_code,
  v.phone
FROM admin.v_employers v
ORDER BY v.employer_id
