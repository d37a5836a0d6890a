-- One row per plan and page of at most a hundred of its procedures; the pages of plan_line.
SELECT
  t.treatment_plan_id, p.page, min(100, s.lines - 100 * (p.page - 1)) AS lines,
  t.patient_id, t.provider_id, t.name, t.status
FROM treatment_plan t
JOIN (
  SELECT treatment_plan_id, count(*) AS lines
  FROM procedure
  WHERE treatment_plan_id IS NOT NULL AND state IS NOT 'invalidated'
  GROUP BY treatment_plan_id
) s ON s.treatment_plan_id = t.treatment_plan_id
JOIN (
  WITH RECURSIVE pages(page) AS (
    SELECT 1
    UNION ALL
    SELECT page + 1
    FROM pages
    WHERE page * 100 < (
      SELECT max(n)
      FROM (
        SELECT count(*) AS n
        FROM procedure
        WHERE treatment_plan_id IS NOT NULL AND state IS NOT 'invalidated'
        GROUP BY treatment_plan_id
      )
    )
  )
  SELECT page FROM pages
) p ON 100 * (p.page - 1) < s.lines
ORDER BY t._row, p.page
