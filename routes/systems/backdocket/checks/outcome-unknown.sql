-- note outcome-unknown: These matters are closed, and nobody says whether they were won or lost, so they are set aside. Give their status an outcome in matter_statuses.csv.
SELECT matter_id AS key, _row AS row
FROM matter_standing
WHERE outcome IS NULL
ORDER BY _row
