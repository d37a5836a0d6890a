-- The cover of a patient with what its plan says; carrier_key links to the carrier.
SELECT
  i.*,
  coalesce(p.carrier_id, replace(alike('t', p.carrier_name), char(1), '') || coalesce(' / ' || p.payer_id, '')) AS carrier_key,
  p.carrier_name, p.plan_name, p.group_name, p.group_number, p.payer_id, p.employer_id
FROM patient_insurance i
LEFT JOIN insurance_plan p ON p.plan_id = i.plan_id
ORDER BY i._row
