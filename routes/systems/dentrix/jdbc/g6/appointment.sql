-- -106 is completed. 150 is taken for completed too, as others do. All other numbers are the practice's own words for
-- something that is still to come; source_status has them.
-- A time without hours is none: whole hours times 100 and minutes are read as a time of day.
SELECT
  v.appointment_id,
  NULLIF(v.patient_id, 0) AS patient_id,
  v.patient_name,
  v.provider_id,
  a.addlprov AS additional_provider_id,
  v.operatory_id,
  '1' AS location_id,
  v.appointment_date AS start_date,
  v.start_hour * 100 + v.start_minute AS start_time,
  v.length AS length_minutes,
  CASE
    WHEN v.appt_broken_class <> 0 THEN 'broken'
    WHEN v.status_id IN (-106, 150) THEN 'completed'
    ELSE 'scheduled'
  END AS status,
  v.status_description AS source_status,
  v.broken_date,
  t.descript AS type,
  v.reason,
  v.amount,
  CASE WHEN r.apptid IS NULL THEN 'false' ELSE 'true' END AS is_recall,
  v.note,
  v.create_date AS created_at,
  v.created_by_user AS created_by,
  v.modified_time_stamp AS modified_at
FROM admin.v_appointment v
LEFT JOIN admin.appt a ON a.apptid = v.appointment_id
LEFT JOIN admin.v_appointment_types t ON t.def_id = a.appttype
LEFT JOIN (SELECT DISTINCT q.apptid FROM admin.recallpending q WHERE q.apptid <> 0) r ON r.apptid = v.appointment_id
ORDER BY v.appointment_id
