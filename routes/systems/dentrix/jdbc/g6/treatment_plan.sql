-- What the numbers of a status mean is the practice's affair: they travel as numbers, and overrides.values of
-- treatment-plan-stages and treatment-plan-outcomes in the migration file say what each is.
SELECT
  c.txcaseid AS treatment_plan_id,
  c.patid AS patient_id,
  c.descript AS name,
  CAST(c.status AS VARCHAR(6)) AS status,
  CAST(c.status AS VARCHAR(6)) AS source_status,
  c.isdefault AS is_default,
  c.createdate AS created_date,
  s.modifieddate AS status_date,
  s.comment AS status_comment,
  c.financeexpdate AS expires_date,
  f.provid AS provider_id,
  c.automodifiedtimestamp AS modified_at
FROM admin.txcase c
LEFT JOIN (
  SELECT x.caseid, MAX(x.casestatusid) AS latest FROM admin.txcasestatus x GROUP BY x.caseid
) m ON m.caseid = c.txcaseid
LEFT JOIN admin.txcasestatus s ON s.casestatusid = m.latest
LEFT JOIN (
  SELECT y.txcaseid, MIN(y.provid) AS provid FROM admin.fullproclog y WHERE y.txcaseid <> 0 GROUP BY y.txcaseid
) f ON f.txcaseid = c.txcaseid
ORDER BY c.txcaseid
