-- note custom-field: The account made these fields. One that is wanted gets a gather and a row in patient-to-person.yaml; the others stay in Cliniko.
SELECT section || ' / ' || label AS key, min(_row) AS row
FROM custom_field
WHERE about = 'other'
GROUP BY section, label_key
ORDER BY min(_row)
