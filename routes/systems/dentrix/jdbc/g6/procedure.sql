-- 105 is planned and 102 completed. Other numbers are not known: they show as numbers, and set aside what uses them until
-- somebody says what they mean. 90 is an entry of the ledger.
SELECT
  f.procid AS procedure_id,
  f.patid AS patient_id,
  NULLIF(f.guarid, 0) AS guarantor_id,
  f.provid AS provider_id,
  c.adacode AS procedure_code,
  CASE f.chartstatus WHEN 105 THEN 'planned' WHEN 102 THEN 'completed' ELSE CAST(f.chartstatus AS VARCHAR(6)) END AS state,
  CAST(f.chartstatus AS VARCHAR(6)) AS source_state,
  f.createdate AS entry_date,
  f.procdate AS procedure_date,
  f.completiondate AS completed_date,
  CASE
    WHEN f.toothrangestart = 0 THEN NULL
    WHEN f.toothrangeend IS NULL OR f.toothrangeend IN (0, f.toothrangestart) THEN CAST(f.toothrangestart AS VARCHAR(6))
    ELSE CAST(f.toothrangestart AS VARCHAR(6)) || '-' || CAST(f.toothrangeend AS VARCHAR(6))
  END AS tooth,
  -- Some databases pad the empty text of a CASE to the length of the other one.
  REPLACE(
    CASE WHEN f.surfm <> 0 THEN 'M' ELSE '' END
      || CASE WHEN f.surfo <> 0 THEN 'O' ELSE '' END
      || CASE WHEN f.surfd <> 0 THEN 'D' ELSE '' END
      || CASE WHEN f.surfl <> 0 THEN 'L' ELSE '' END
      || CASE WHEN f.surff <> 0 THEN 'F' ELSE '' END,
    ' ', ''
  ) AS surface,
  f.amt AS amount,
  CASE WHEN f.primestoverride4orphaned > 0 THEN f.primestoverride4orphaned END AS insurance_estimate_primary,
  CASE WHEN f.secestoverride4orphaned > 0 THEN f.secestoverride4orphaned END AS insurance_estimate_secondary,
  f.amtpriminspaid AS insurance_paid_primary,
  f.amtsecinspaid AS insurance_paid_secondary,
  NULLIF(f.claimid, 0) AS claim_id,
  NULLIF(f.txcaseid, 0) AS treatment_plan_id,
  f.txcaseindex AS treatment_plan_order,
  f.history AS moved_to_history,
  f.automodifiedtimestamp AS modified_at
FROM admin.fullproclog f
LEFT JOIN admin.proccode c ON c.proccodeid = f.proccodeid
WHERE f.chartstatus <> 90
ORDER BY f.procid
