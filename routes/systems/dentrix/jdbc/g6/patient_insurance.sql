-- A patient points at up to four covers. How the patient is related to the subscriber is a number that is not known.
SELECT
  v.patient_id, 'primary' AS "rank", 'dental' AS kind, s.insuredid AS insured_id, s.insplanid AS plan_id,
  NULLIF(s.inspartyid, 0) AS subscriber_patient_id, s.idnum AS subscriber_number,
  p.primbenefits AS benefits_used, p.primstdded AS deductible_met
FROM admin.v_patient v
JOIN admin.patient p ON p.patid = v.patient_id
JOIN admin.insured s ON s.insuredid = v.primdentalinsuredid
WHERE v.primdentalinsuredid <> 0
UNION ALL
SELECT
  v.patient_id, 'secondary', 'dental', s.insuredid, s.insplanid, NULLIF(s.inspartyid, 0), s.idnum, p.secbenefits, p.secstdded
FROM admin.v_patient v
JOIN admin.patient p ON p.patid = v.patient_id
JOIN admin.insured s ON s.insuredid = v.secdentalinsuredid
WHERE v.secdentalinsuredid <> 0
UNION ALL
SELECT
  v.patient_id, 'primary', 'medical', s.insuredid, s.insplanid, NULLIF(s.inspartyid, 0), s.idnum,
  CAST(NULL AS DECIMAL(12, 2)), CAST(NULL AS DECIMAL(12, 2))
FROM admin.v_patient v
JOIN admin.insured s ON s.insuredid = v.primmedicalinsuredid
WHERE v.primmedicalinsuredid <> 0
UNION ALL
SELECT
  v.patient_id, 'secondary', 'medical', s.insuredid, s.insplanid, NULLIF(s.inspartyid, 0), s.idnum,
  CAST(NULL AS DECIMAL(12, 2)), CAST(NULL AS DECIMAL(12, 2))
FROM admin.v_patient v
JOIN admin.insured s ON s.insuredid = v.secmedicalinsuredid
WHERE v.secmedicalinsuredid <> 0
ORDER BY 1, 3, 2
