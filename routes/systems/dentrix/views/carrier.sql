-- One row per insurance company: plans of one carrier share its id, or its payer id and its name, however that is typed.
WITH keyed AS (
  SELECT
    *,
    _row AS source_row,
    coalesce(carrier_id, replace(alike('t', carrier_name), char(1), '') || coalesce(' / ' || payer_id, '')) AS carrier_key
  FROM insurance_plan
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY carrier_key ORDER BY address_1 IS NULL, source_row) AS place
  FROM keyed
  WHERE carrier_key IS NOT NULL
)
SELECT
  r.carrier_key, r.carrier_id, r.carrier_name, r.payer_id, r.phone, r.phone_ext, r.contact,
  r.address_1, r.address_2, r.city, r.state, r.postal_code, g.group_numbers, g.plans
FROM ranked r
JOIN (
  SELECT carrier_key, group_concat(group_number, ', ') AS group_numbers, sum(plans) AS plans
  FROM (
    SELECT carrier_key, group_number, count(*) AS plans
    FROM keyed
    GROUP BY carrier_key, group_number
    ORDER BY carrier_key, group_number
  )
  GROUP BY carrier_key
) g ON g.carrier_key = r.carrier_key
WHERE r.place = 1
ORDER BY r.source_row
