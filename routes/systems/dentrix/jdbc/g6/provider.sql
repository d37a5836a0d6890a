-- The database has no e-mail of a provider; owners are then found by name. Specialties are numbers of a list that is not known.
SELECT
  v.provider_id,
  v.last_name,
  v.first_name,
  v.mi AS middle_initial,
  v.suffix,
  v.provider_id AS short_name,
  v.issecondaryprovider AS is_secondary,
  v.isnonperson AS is_non_person,
  v.npi,
  v.work_phone,
  v.inactive
FROM admin.v_provider v
ORDER BY v.provider_id
