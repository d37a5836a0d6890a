-- note currency-differs: These entries are not in the currency of their matter, so Claim_Amount__c leaves them out.
SELECT b.entry_id AS key, b._row AS row
FROM billing_entry b
JOIN matter m ON m.matter_id = b.matter_id
WHERE upper(b.currency) <> upper(m.currency)
ORDER BY b._row
