-- Where a patient came from, in words: kind, name of whoever sent them, detail.
SELECT
  s.patient_id,
  (
    SELECT group_concat(word, ': ')
    FROM (
      SELECT t.name AS word
      UNION ALL
      SELECT coalesce(
        nullif(trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')), ''),
        c.company_name,
        nullif(trim(coalesce(o.first_name, '') || ' ' || coalesce(o.last_name, '')), '')
      )
      UNION ALL
      SELECT s.subcategory
    )
    WHERE word IS NOT NULL
  ) AS words,
  s.notes
FROM referral_source s
LEFT JOIN referral_source_type t ON t.referral_source_type_id = s.referral_source_type_id
LEFT JOIN contact c ON s.referrer_type = 'Contact' AND c.contact_id = s.referrer_id
LEFT JOIN patient o ON s.referrer_type = 'Patient' AND o.patient_id = s.referrer_id
ORDER BY s._row
