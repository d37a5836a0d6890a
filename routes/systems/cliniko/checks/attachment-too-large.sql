-- note attachment-too-large: These are larger than Pipedrive takes, 50 MB unless told otherwise. They stay in Cliniko, and their patients have them listed under Large_Attachment__c.
SELECT attachment_id AS key, _row AS row
FROM large_file
ORDER BY _row
