-- Somebody who asked, whom the firm does not know yet: no contact, and no matter came of it.
SELECT
  intake_id, first_name, last_name, email, phone, owner_user_id, submitted_at,
  coalesce(nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), email, phone) AS called
FROM intake
WHERE contact_id IS NULL AND converted_matter_id IS NULL AND coalesce(first_name, last_name, email, phone) IS NOT NULL
ORDER BY _row
