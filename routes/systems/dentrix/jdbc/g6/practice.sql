-- One database is one practice, and it stores no time zone: the migration file names it.
SELECT
  '1' AS location_id,
  i.practice_name AS name,
  i.address_line1 AS address_1,
  i.address_line2 AS address_2,
  i.city,
  i.state,
  i.zip_code AS postal_code,
  i.phone
FROM admin.v_practice_information i
