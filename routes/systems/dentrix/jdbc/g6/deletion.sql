-- Appointments that were deleted; a record of another kind is gone when it is no longer there.
SELECT 'appointment' AS "file", h.parentapptid AS "key", MAX(h.modifieddate) AS deleted_at
FROM admin.appthist h
WHERE h.deletedflag = 1 AND h.parentapptid <> 0
GROUP BY h.parentapptid
ORDER BY 2
