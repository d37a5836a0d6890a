-- 102 is a completed procedure, which is a charge; 90 is a payment or an adjustment, by its class. Which sign a payment is stored with
-- is not known, so it is made to lower the balance either way; the sum is checked against the guarantor's balance.
SELECT
  f.procid AS entry_id,
  f.patid AS patient_id,
  f.guarid AS guarantor_id,
  f.procdate AS entry_date,
  CASE
    WHEN f.chartstatus = 102 THEN 'charge'
    WHEN f.proclogclass = 1 THEN 'patient_payment'
    WHEN f.proclogclass = 2 THEN 'adjustment'
    WHEN f.proclogclass = 3 THEN 'insurance_payment'
    ELSE CAST(f.proclogclass AS VARCHAR(6))
  END AS kind,
  CASE WHEN f.chartstatus = 90 AND f.proclogclass IN (1, 3) THEN -ABS(f.amt) ELSE f.amt END AS amount,
  c.descript AS description,
  CASE WHEN f.chartstatus = 102 THEN f.procid END AS procedure_id,
  CASE WHEN f.chartstatus = 102 THEN c.adacode END AS procedure_code,
  f.provid AS provider_id,
  NULLIF(f.claimid, 0) AS claim_id,
  f.checknum AS reference,
  f.history AS moved_to_history
FROM admin.fullproclog f
LEFT JOIN admin.proccode c ON c.proccodeid = f.proccodeid AND f.chartstatus = 102
WHERE f.chartstatus IN (90, 102)
ORDER BY f.procid
