-- What is booked on an appointment, in words; the code comes from the procedure where the line names only that.
SELECT
  l.appointment_id, l.seq, coalesce(l.procedure_code, p.procedure_code) AS procedure_code, l.procedure_id,
  c.description AS code_description, c.abbreviation AS code_abbreviation, p.tooth, p.surface, p.amount
FROM appointment_procedure l
LEFT JOIN procedure p ON p.procedure_id = l.procedure_id
LEFT JOIN procedure_code c ON c.procedure_code = coalesce(l.procedure_code, p.procedure_code)
ORDER BY l._row
