-- Document templates: Pipedrive keeps templates in Smart Docs. Load these there anew.
SELECT w.name AS "Template", t.name AS "Matter type", w.definition AS "Notes"
FROM workflow_item w
LEFT JOIN matter_type t ON t.matter_type_id = w.matter_type_id
WHERE w.kind = 'document_template'
ORDER BY w._row
