-- What a visit of a type costs: its billable items, each times its quantity and less its discount, to the cent. A type
-- without any has no price and is not here.
WITH share AS (
  SELECT
    i.appointment_type_id,
    round(
      CASE
        WHEN i.is_monetary_discount IS 'true'
          THEN CAST(b.price AS REAL) * coalesce(i.quantity, 1) - coalesce(i.discounted_amount, 0)
        ELSE CAST(b.price AS REAL) * coalesce(i.quantity, 1) * (1 - coalesce(i.discount_percentage, 0) / 100.0)
      END * 100
    ) AS cents
  FROM appointment_type_item i
  JOIN billable_item b ON b.billable_item_id = i.billable_item_id
  WHERE b.price IS NOT NULL
)
SELECT
  t.appointment_type_id, t.name, t.category, t.description, t.duration_in_minutes,
  printf('%.2f', sum(s.cents) / 100.0) AS price
FROM appointment_type t
JOIN share s ON s.appointment_type_id = t.appointment_type_id
GROUP BY t.appointment_type_id
ORDER BY t._row
