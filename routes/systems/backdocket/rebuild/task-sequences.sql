-- Task sequences: Pipedrive starts no series of tasks by itself. Make each of these as an automation, or as a list of activities.
SELECT
  w.name AS "Sequence", t.name AS "Matter type", w.definition AS "Steps",
  (SELECT count(*) FROM task k WHERE alike('t', k.sequence_name) = alike('t', w.name)) AS "Tasks that move"
FROM workflow_item w
LEFT JOIN matter_type t ON t.matter_type_id = w.matter_type_id
WHERE w.kind = 'task_sequence'
ORDER BY w._row
