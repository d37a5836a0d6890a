-- note intake-question: The firm asks these questions. All answers arrive as lines of Intake_Answers__c; one that is wanted by itself gets a row in intake-to-lead.yaml.
SELECT question AS key, min(_row) AS row
FROM intake_answer
WHERE question IS NOT NULL
GROUP BY question
ORDER BY question
