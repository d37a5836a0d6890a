-- note practice-field: The practice made these fields. One that is wanted gets a row in patient-to-person.yaml; the others stay in Dentrix.
SELECT field_name AS key, min(_row) AS row
FROM patient_field
WHERE field_name IS NOT NULL
GROUP BY field_name
ORDER BY field_name
