-- Social security numbers stay where they are. A reference of 0 is none.
-- privacy_flags: 1 is no calls, 2 is no e-mail and no text; 4 is not known.
-- A status that is not known shows as its number, and sets the patient aside until somebody says what it means.
SELECT
  v.patient_id,
  v.patient_guid,
  v.chart_num AS chart_number,
  v.last_name,
  v.first_name,
  v.mi AS middle_initial,
  v.preferred_name,
  v.title,
  v.salutation,
  CASE v.gender WHEN 1 THEN 'male' WHEN 2 THEN 'female' ELSE 'unknown' END AS gender,
  v.birth_date,
  CASE v.status
    WHEN 1 THEN 'active'
    WHEN 2 THEN 'non_patient'
    WHEN 3 THEN 'inactive'
    WHEN 4 THEN 'archived'
    ELSE CAST(v.status AS VARCHAR(6))
  END AS status,
  CASE p.fampos WHEN 1 THEN 'single' WHEN 2 THEN 'married' WHEN 3 THEN 'child' WHEN 4 THEN 'other' END AS family_position,
  NULLIF(v.guar_id, 0) AS guarantor_id,
  NULLIF(p.famid, 0) AS family_id,
  p.isguar AS is_guarantor,
  p.isheadofhouse AS is_head_of_household,
  v.email,
  v.home_phone,
  v.work_phone,
  v.work_ext AS work_phone_ext,
  v.mobile_phone,
  v.other_phone,
  v.fax,
  v.address_line1 AS address_1,
  v.address_line2 AS address_2,
  v.city,
  v.state,
  v.zipcode AS postal_code,
  v.pri_provider_id AS primary_provider_id,
  v.sec_provider_id AS secondary_provider_id,
  '1' AS location_id,
  NULLIF(v.employer_id, 0) AS employer_id,
  b.patid AS referred_by_patient_id,
  NULLIF(p.refid, 0) AS referred_by_source_id,
  v.first_visit_date,
  v.last_visit_date,
  v.last_missed_appointment AS last_missed_date,
  v.num_of_missed_appointments AS missed_appointments,
  CASE WHEN MOD(v.privacy_flags, 2) = 1 THEN 'true' WHEN v.privacy_flags IS NOT NULL THEN 'false' END AS no_calls,
  CASE WHEN MOD(v.privacy_flags / 2, 2) = 1 THEN 'true' WHEN v.privacy_flags IS NOT NULL THEN 'false' END AS no_correspondence,
  v.note,
  p.automodifiedtimestamp AS modified_at
FROM admin.v_patient v
JOIN admin.patient p ON p.patid = v.patient_id
LEFT JOIN admin.patient b ON b.patid = p.refbyid AND p.refbyid <> 0
ORDER BY v.patient_id
