SELECT
  g.guar_id AS guarantor_id,
  g.balance_0_30_days AS balance_0_30,
  g.balance_31_60_days AS balance_31_60,
  g.balance_61_90_days AS balance_61_90,
  g.balance_91_plus_days AS balance_over_90,
  g.last_payment_received_date AS last_payment_date,
  g.last_payment_amount,
  g.billing_type_description AS billing_type,
  a.agingdate AS aged_on
FROM admin.v_guarantor_balance g
LEFT JOIN admin.aging a ON a.guarid = g.guar_id
ORDER BY g.guar_id
