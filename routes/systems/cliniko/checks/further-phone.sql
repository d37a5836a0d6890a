-- note further-phone: These patients have more telephone numbers than travel: one mobile, home and work number, and four others. Tidy them in Cliniko, or do without the rest.
SELECT patient_id AS key, min(_row) AS row
FROM patient_phone
WHERE lower(coalesce(phone_type, '')) <> 'fax'
GROUP BY patient_id
HAVING count(*) > 4
  AND count(*) - max(lower(phone_type) IS 'mobile') - max(lower(phone_type) IS 'home') - max(lower(phone_type) IS 'work') > 4
ORDER BY min(_row)
