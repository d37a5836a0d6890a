-- Every code that a procedure or an appointment uses; a code that the list lacks still shows, with nothing but itself.
SELECT
  u.procedure_code, c.source_id, c.abbreviation, c.description, c.category, c.treatment_area, c.default_fee, c.inactive,
  iif(c.procedure_code IS NULL, 'false', 'true') AS listed
FROM (
  SELECT procedure_code FROM procedure WHERE procedure_code IS NOT NULL
  UNION
  SELECT procedure_code FROM appointment_procedure WHERE procedure_code IS NOT NULL
) u
LEFT JOIN procedure_code c ON c.procedure_code = u.procedure_code
ORDER BY u.procedure_code
