-- Automations and rules: what the firm's workflow does beside these lists. Make each anew where it is still wanted.
SELECT w.kind AS "Kind", w.name AS "Name", t.name AS "Matter type", w.definition AS "What it does"
FROM workflow_item w
LEFT JOIN matter_type t ON t.matter_type_id = w.matter_type_id
WHERE w.kind NOT IN ('task_sequence', 'document_template') OR w.kind IS NULL
ORDER BY w._row
