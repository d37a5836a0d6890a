SELECT v.staff_id, v.last_name, v.first_name, v.title, v.inactive
FROM admin.v_staff v
ORDER BY v.staff_id
