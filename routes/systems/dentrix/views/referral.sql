-- Who sends patients, under the one name a person would say; a surname alone would make two doctors one.
SELECT r.*, trim(coalesce(r.first_name || ' ', '') || coalesce(r.name, '')) AS full_name
FROM referral_source r
ORDER BY r._row
