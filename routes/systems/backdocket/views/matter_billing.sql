-- What was billed on a matter: its invoices with what adjusts them; without invoices its fees and expenses.
-- Payments, liens, demands and offers are not billed, and void or unbilled entries do not count. Entries in another currency than the
-- matter's are not added to it; the check currency-differs tells of them.
WITH entry AS (
  SELECT
    b.*, b._row AS source_row, coalesce(b.amount, money_times(b.quantity, b.price)) AS total,
    upper(coalesce(b.currency, m.currency, '')) = upper(coalesce(m.currency, b.currency, ''))
      AND coalesce(lower(b.status), '') <> 'void' AND b.non_billable IS NOT 'true' AS counts
  FROM billing_entry b
  LEFT JOIN matter m ON m.matter_id = b.matter_id
  WHERE b.matter_id IS NOT NULL
),
invoiced AS (
  SELECT matter_id, max(kind = 'invoice') AS has_invoice
  FROM entry
  WHERE counts
  GROUP BY matter_id
),
numbers AS (
  SELECT matter_id, group_concat(invoice_number, ', ') AS invoice_numbers
  FROM (SELECT matter_id, invoice_number FROM entry WHERE invoice_number IS NOT NULL GROUP BY 1, 2 ORDER BY min(source_row))
  GROUP BY matter_id
),
link AS (
  SELECT matter_id, external_url, row_number() OVER (PARTITION BY matter_id ORDER BY entry_date DESC, source_row DESC) AS age
  FROM entry
  WHERE external_url IS NOT NULL
)
SELECT e.matter_id, e.claim_amount, n.invoice_numbers, l.external_url
FROM (
  SELECT
    e.matter_id, min(e.source_row) AS source_row,
    money_sum(
      CASE
        WHEN NOT e.counts THEN NULL
        WHEN e.kind = 'adjustment' OR e.kind = 'invoice' THEN e.total
        WHEN i.has_invoice = 0 AND e.kind IN ('fee', 'expense') THEN e.total
      END
    ) AS claim_amount
  FROM entry e
  LEFT JOIN invoiced i ON i.matter_id = e.matter_id
  GROUP BY e.matter_id
) e
LEFT JOIN numbers n ON n.matter_id = e.matter_id
LEFT JOIN link l ON l.matter_id = e.matter_id AND l.age = 1
ORDER BY e.source_row
