-- stop claim-in-flight: These claims are neither received nor closed. Finish them in Dentrix, or waive them by name.
SELECT claim_id AS key, _row AS row
FROM claim
WHERE status IS NULL OR status NOT IN ('received', 'closed')
ORDER BY _row
