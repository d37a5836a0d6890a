-- note balance-differs: The ledger of these guarantors does not add up to their balance. Look at both in Dentrix before trusting either.
SELECT b.guarantor_id AS key, b._row AS row
FROM guarantor_balance b
LEFT JOIN (
  SELECT guarantor_id, money_sum(amount) AS total
  FROM ledger_entry
  WHERE guarantor_id IS NOT NULL
  GROUP BY guarantor_id
) l ON l.guarantor_id = b.guarantor_id
WHERE money_add(b.balance_0_30, b.balance_31_60, b.balance_61_90, b.balance_over_90) IS NOT coalesce(l.total, '0.00')
ORDER BY b._row
