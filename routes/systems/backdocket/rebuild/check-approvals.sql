-- Check approvals: Pipedrive approves no payments. Keep these in the tool that writes the checks; what is open is finished first.
SELECT
  b.entry_id AS "Entry", b.matter_id AS "Matter", b.entry_date AS "Date", coalesce(b.approval_status, b.status) AS "State",
  trim(coalesce(u.first_name, '') || ' ' || coalesce(u.last_name, '')) AS "Approved by"
FROM billing_entry b
LEFT JOIN user u ON u.user_id = b.approved_by_user_id
WHERE b.kind = 'check_approval'
ORDER BY b._row
