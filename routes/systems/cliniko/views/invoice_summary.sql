-- What was invoiced to a patient. The API has no payments: outstanding is the sum of open invoices less open credits, and
-- overstates one that is paid in part; the last payment is the day on which the newest paid invoice was closed. A credit
-- counts against the sum whether or not it is written with a minus.
SELECT
  p.human_id AS patient_id,
  sum(i.status IS NOT '40') AS invoices,
  money_sum(CASE i.status WHEN '40' THEN '-' || ltrim(i.total_amount, '-') ELSE i.total_amount END) AS invoiced,
  coalesce(
    money_sum(CASE i.status WHEN '10' THEN i.total_amount WHEN '40' THEN '-' || ltrim(i.total_amount, '-') END), '0.00'
  ) AS outstanding,
  max(CASE WHEN i.status IS NOT '40' THEN i.issue_date END) AS last_invoice_date,
  substr(max(CASE i.status WHEN '20' THEN i.closed_at END), 1, 10) AS last_payment_date
FROM invoice i
JOIN patient_now p ON p.patient_id = i.patient_id
WHERE i.archived_at IS NULL AND i.deleted_at IS NULL
GROUP BY p.human_id
ORDER BY min(i._row)
