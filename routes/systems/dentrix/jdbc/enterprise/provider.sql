-- Providers have an e-mail here, by which owners are found. The columns of their names are not known: the short name stands for
-- the last name until somebody who sees the database writes the right one. That 1 is a provider is taken from the other product.
SELECT
  CAST(r.URSCID AS VARCHAR(12)) AS provider_id,
  r.RSCID AS last_name,
  r.RSCID AS short_name,
  r.Email AS email,
  CASE WHEN r.ActiveFlag = 0 THEN 'true' ELSE 'false' END AS inactive
FROM DDB_RSC_BASE r
WHERE r.RSCTYPE = 1
ORDER BY r.URSCID
