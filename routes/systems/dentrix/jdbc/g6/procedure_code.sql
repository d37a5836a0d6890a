-- The fee is that of the first fee schedule, which is assumed to be the office's own. Categories are numbers of a list that is not known.
SELECT
  c.adacode AS procedure_code,
  c.proccodeid AS source_id,
  c.abbrevdescript AS abbreviation,
  c.descript AS description,
  f.amt AS default_fee
FROM admin.proccode c
LEFT JOIN admin.feeschedule f ON f.proccodeid = c.proccodeid AND f.feeschedcategoryid = 1
ORDER BY c.proccodeid
