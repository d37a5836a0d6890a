-- note matter-field: The firm made these fields. All of them arrive as lines of Matter_Fields__c; one that is wanted by itself gets a row in matter-to-deal.yaml.
SELECT field_name AS key, min(_row) AS row
FROM matter_field
WHERE field_name IS NOT NULL
GROUP BY field_name
ORDER BY field_name
