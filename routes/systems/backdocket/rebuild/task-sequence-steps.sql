-- Steps that tasks were made of: as far as the tasks of the export tell, for sequences whose definition says less.
SELECT sequence_name AS "Sequence", sequence_step AS "Step", subject AS "Task", count(*) AS "Times"
FROM task
WHERE sequence_name IS NOT NULL
GROUP BY sequence_name, sequence_step, subject
HAVING count(*) > 1 OR sequence_step IS NOT NULL
ORDER BY sequence_name, CAST(sequence_step AS INTEGER), subject
