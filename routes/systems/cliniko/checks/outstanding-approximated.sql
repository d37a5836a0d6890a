-- note outstanding-approximated: Cliniko's API has no payments. What these patients owe is the sum of their open invoices, and too much where one is paid in part. Compare with Cliniko's own report before trusting it.
SELECT patient_id AS key, _row AS row
FROM invoice_summary
WHERE outstanding <> '0.00'
ORDER BY _row
