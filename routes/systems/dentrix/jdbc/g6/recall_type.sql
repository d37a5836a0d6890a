-- The types of the practice stand under patient 0. Which unit a number means is not known, so an interval has none.
SELECT r.recallid AS recall_type_id, r.name, r.descript AS description, r.qty AS interval_count
FROM admin.recalltype r
WHERE r.patid = 0
ORDER BY r.recallid
