-- An appointment has up to twenty codes. Of type 1 a code is a procedure of the patient, else one of the list.
SELECT
  u.apptid AS appointment_id,
  u.seq,
  c.adacode AS procedure_code,
  f.procid AS procedure_id
FROM (
  SELECT a.apptid, 1 AS seq, a.codeid1 AS codeid, a.codetype1 AS codetype FROM admin.appt a WHERE a.codeid1 <> 0
  UNION ALL
  SELECT a.apptid, 2 AS seq, a.codeid2 AS codeid, a.codetype2 AS codetype FROM admin.appt a WHERE a.codeid2 <> 0
  UNION ALL
  SELECT a.apptid, 3 AS seq, a.codeid3 AS codeid, a.codetype3 AS codetype FROM admin.appt a WHERE a.codeid3 <> 0
  UNION ALL
  SELECT a.apptid, 4 AS seq, a.codeid4 AS codeid, a.codetype4 AS codetype FROM admin.appt a WHERE a.codeid4 <> 0
  UNION ALL
  SELECT a.apptid, 5 AS seq, a.codeid5 AS codeid, a.codetype5 AS codetype FROM admin.appt a WHERE a.codeid5 <> 0
  UNION ALL
  SELECT a.apptid, 6 AS seq, a.codeid6 AS codeid, a.codetype6 AS codetype FROM admin.appt a WHERE a.codeid6 <> 0
  UNION ALL
  SELECT a.apptid, 7 AS seq, a.codeid7 AS codeid, a.codetype7 AS codetype FROM admin.appt a WHERE a.codeid7 <> 0
  UNION ALL
  SELECT a.apptid, 8 AS seq, a.codeid8 AS codeid, a.codetype8 AS codetype FROM admin.appt a WHERE a.codeid8 <> 0
  UNION ALL
  SELECT a.apptid, 9 AS seq, a.codeid9 AS codeid, a.codetype9 AS codetype FROM admin.appt a WHERE a.codeid9 <> 0
  UNION ALL
  SELECT a.apptid, 10 AS seq, a.codeid10 AS codeid, a.codetype10 AS codetype FROM admin.appt a WHERE a.codeid10 <> 0
  UNION ALL
  SELECT a.apptid, 11 AS seq, a.codeid11 AS codeid, a.codetype11 AS codetype FROM admin.appt a WHERE a.codeid11 <> 0
  UNION ALL
  SELECT a.apptid, 12 AS seq, a.codeid12 AS codeid, a.codetype12 AS codetype FROM admin.appt a WHERE a.codeid12 <> 0
  UNION ALL
  SELECT a.apptid, 13 AS seq, a.codeid13 AS codeid, a.codetype13 AS codetype FROM admin.appt a WHERE a.codeid13 <> 0
  UNION ALL
  SELECT a.apptid, 14 AS seq, a.codeid14 AS codeid, a.codetype14 AS codetype FROM admin.appt a WHERE a.codeid14 <> 0
  UNION ALL
  SELECT a.apptid, 15 AS seq, a.codeid15 AS codeid, a.codetype15 AS codetype FROM admin.appt a WHERE a.codeid15 <> 0
  UNION ALL
  SELECT a.apptid, 16 AS seq, a.codeid16 AS codeid, a.codetype16 AS codetype FROM admin.appt a WHERE a.codeid16 <> 0
  UNION ALL
  SELECT a.apptid, 17 AS seq, a.codeid17 AS codeid, a.codetype17 AS codetype FROM admin.appt a WHERE a.codeid17 <> 0
  UNION ALL
  SELECT a.apptid, 18 AS seq, a.codeid18 AS codeid, a.codetype18 AS codetype FROM admin.appt a WHERE a.codeid18 <> 0
  UNION ALL
  SELECT a.apptid, 19 AS seq, a.codeid19 AS codeid, a.codetype19 AS codetype FROM admin.appt a WHERE a.codeid19 <> 0
  UNION ALL
  SELECT a.apptid, 20 AS seq, a.codeid20 AS codeid, a.codetype20 AS codetype FROM admin.appt a WHERE a.codeid20 <> 0
) u
LEFT JOIN admin.fullproclog f ON u.codetype = 1 AND f.procid = u.codeid
LEFT JOIN admin.proccode c ON c.proccodeid = CASE WHEN u.codetype = 1 THEN f.proccodeid ELSE u.codeid END
ORDER BY u.apptid, u.seq
