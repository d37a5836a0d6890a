-- Carrier and plan are one row here; the same carrier comes once for each group plan, and is found again by name and payer.
-- Whether a plan is dental or medical is a number that is not known.
SELECT
  v.ins_id AS plan_id,
  v.ins_co_name AS carrier_name,
  v.group_name AS plan_name,
  v.group_name,
  v.group_number,
  v.payor_id AS payer_id,
  NULLIF(v.employer_id, 0) AS employer_id,
  v.phone,
  v.phone_ext,
  v.contact,
  v.address_line1 AS address_1,
  v.address_line2 AS address_2,
  v.city,
  v.state,
  v.zipcode AS postal_code,
  NULLIF(v.renew_month, 0) AS renewal_month,
  v.max_cov_person AS max_per_person,
  v.max_cov_fam AS max_per_family,
  v.std_ded_perperson AS deductible_per_person,
  v.std_ded_perfam AS deductible_per_family,
  v.source_of_payment
FROM admin.v_insurance_plans v
ORDER BY v.ins_id
