-- A matter with its pipeline, its stage, how it ended, and what it is worth.
-- A status that says it is closed, and not how, comes out without an outcome: nobody guesses whether a case was won.
WITH listed AS (
  SELECT *, alike('tt', matter_type_id, status) AS type_and_status, alike('t', status) AS plain
  FROM matter_status
),
turned AS (
  SELECT matter_id, alike('t', to_status) AS plain, max(changed_at) AS changed_at
  FROM status_change
  GROUP BY 1, 2
),
stood AS (
  SELECT
    m._row AS source_row,
    CASE
      WHEN m.matter_type_id IS NULL THEN (SELECT value FROM _setting WHERE name = 'matters_pipeline')
      WHEN t.matter_type_id IS NOT NULL THEN coalesce(t.pipeline, t.name)
      WHEN NOT EXISTS (SELECT 1 FROM matter_type) THEN m.matter_type_id
    END AS pipeline,
    iif(EXISTS (SELECT 1 FROM matter_type), t.name, m.matter_type_id) AS type_name,
    coalesce(s.stage, s.status, a.stage, a.status, m.status) AS stage,
    coalesce(s.outcome, a.outcome) AS said,
    coalesce(s.is_closed, a.is_closed) AS is_closed,
    alike('t', m.status) AS plain
  FROM matter m
  LEFT JOIN matter_type t ON t.matter_type_id = m.matter_type_id
  LEFT JOIN listed s ON s.type_and_status = alike('tt', m.matter_type_id, m.status)
  LEFT JOIN listed a ON a.matter_type_id = '*' AND a.plain = alike('t', m.status)
)
SELECT
  m.matter_id, m.matter_number, m.name, m.matter_type_id, m.status, m.client_contact_id, m.client_company_id, m.responsible_user_id,
  m.originating_user_id, m.referred_by_contact_id, m.opened_on, m.closed_on, m.pending_on, m.incident_on,
  m.statute_of_limitations_on, m.estimated_value, m.settlement_amount, m.billing_estimate, upper(m.currency) AS currency,
  m.billing_status, m.description, m.location, m.active, m.created_at, m.updated_at,
  s.pipeline, s.type_name, s.stage,
  CASE
    WHEN s.said IS NOT NULL THEN s.said
    WHEN s.is_closed = 'false' THEN 'open'
    WHEN s.plain = alike('t', 'Closed Won') THEN 'won'
    WHEN s.plain IN (alike('t', 'Closed Lost'), alike('t', 'Rejected'), alike('t', 'Referred')) THEN 'lost'
    WHEN s.is_closed IS NULL AND m.closed_on IS NULL AND s.plain NOT LIKE 'closed%' THEN 'open'
  END AS outcome,
  coalesce(m.closed_on, h.changed_at) AS closed_at,
  coalesce(m.settlement_amount, m.estimated_value, m.billing_estimate) AS value,
  coalesce(m.client_company_id, 'name/' || replace(alike('t', m.client_company_name), char(1), '')) AS client_company_key,
  coalesce(substr(m.created_at, 1, 10), m.opened_on) AS begun_on
FROM stood s
JOIN matter m ON m._row = s.source_row
LEFT JOIN turned h ON h.matter_id = m.matter_id AND h.plain = s.plain
ORDER BY m._row
