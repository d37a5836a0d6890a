SELECT v.rx_id, v.patient_id, v.provider_id, v.rx_date, v.drug_name, v.sig, v.dispense, v.refills, v.note
FROM admin.v_rx_patient v
ORDER BY v.rx_id
