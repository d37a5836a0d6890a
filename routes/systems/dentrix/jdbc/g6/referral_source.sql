SELECT
  r.refid AS referral_id,
  CASE WHEN r.nonpersonflag = 1 THEN 'non_person' ELSE 'person' END AS kind,
  r.lastname AS name,
  r.firstname AS first_name,
  r.title,
  r.email,
  a.phone,
  a.street1 AS address_1,
  a.street2 AS address_2,
  a.city,
  a.state,
  a.zipcode AS postal_code
FROM admin.referral r
LEFT JOIN admin.address a ON a.addrid = r.addrid
ORDER BY r.refid
