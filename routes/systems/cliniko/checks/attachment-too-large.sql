-- note attachment-too-large: Pipedrive takes files of up to 50 MB. These stay in Cliniko, and their patients have them listed under Large_Attachment__c.
SELECT attachment_id AS key, _row AS row
FROM large_file
ORDER BY _row
