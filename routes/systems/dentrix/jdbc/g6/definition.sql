-- A status of a treatment plan has no list of its own: the numbers in use are named, and the migration file says what each means.
SELECT 'appointment_status' AS domain, CAST(s.defid AS VARCHAR(6)) AS code, s.descript AS "text"
FROM admin.v_appt_status_codes s
UNION ALL
SELECT 'appointment_type', CAST(t.def_id AS VARCHAR(6)), t.descript
FROM admin.v_appointment_types t
UNION ALL
SELECT 'billing_type', CAST(b.def_id AS VARCHAR(6)), b.descript
FROM admin.v_billing_types b
UNION ALL
SELECT 'payment_type', CAST(p.def_id AS VARCHAR(6)), p.descript
FROM admin.v_payment_types p
UNION ALL
SELECT 'adjustment_type', CAST(a.def_id AS VARCHAR(6)), a.descript
FROM admin.v_adjustment_types a
UNION ALL
SELECT 'document_type', CAST(d.dc_doctype_id AS VARCHAR(6)), d.doctype_desc
FROM admin.v_document_types d
UNION ALL
SELECT DISTINCT 'treatment_plan_status', CAST(c.status AS VARCHAR(6)), 'Status ' || CAST(c.status AS VARCHAR(6))
FROM admin.txcase c
ORDER BY 1, 2
