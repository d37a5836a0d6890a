-- Alerts up to G6 are bits of two masks, and the names of the bits a list. Later versions keep them elsewhere.
-- keep bit alert of medalertmask1, medalertmask2
SELECT
  CAST(p.patid AS VARCHAR(12)) || '-' || CAST(d.defid AS VARCHAR(6)) AS alert_id,
  p.patid AS patient_id,
  'other' AS kind,
  d.descript AS description,
  'true' AS active,
  d.defid AS alert,
  p.medalertmask1,
  p.medalertmask2
FROM admin.patient p
JOIN admin.fulldef d ON d.deftype = 2
WHERE p.medalertmask1 <> 0 OR p.medalertmask2 <> 0
ORDER BY p.patid, d.defid
