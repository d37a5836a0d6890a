-- note insurance-label: These fields of the account look like insurance, and no row of patient-to-person.yaml takes them by their label; they travel under the coverage details only. Add the label to the gather named behind the arrow, in a copy of the mappings.
SELECT
  section || ' / ' || label || ' -> ' || CASE
    WHEN label_key GLOB '*group*' OR label_key GLOB '*plan*' THEN 'group'
    WHEN label_key GLOB '*type*' THEN 'cover-type'
    WHEN label_key GLOB '*number*' OR label_key GLOB '*no.*' OR label_key GLOB '*policy*' OR label_key GLOB '*member*'
      THEN 'policy'
    ELSE 'insurer'
  END AS key,
  min(_row) AS row
FROM custom_field
WHERE about = 'insurance'
  AND label_key NOT IN (
    'provider', 'insurance provider', 'insurer', 'insurance company', 'health fund', 'carrier', 'policy number', 'policy no',
    'policy no.', 'member number', 'certificate number', 'insurance number', 'group', 'group number', 'group name',
    'plan number', 'insurance group', 'type', 'insurance type', 'cover type', 'coverage type'
  )
  AND (
    label_key GLOB '*group*' OR label_key GLOB '*plan*' OR label_key GLOB '*type*' OR label_key GLOB '*number*'
    OR label_key GLOB '*no.*' OR label_key GLOB '*policy*' OR label_key GLOB '*member*' OR label_key GLOB '*insurer*'
    OR label_key GLOB '*fund*' OR label_key GLOB '*provider*' OR label_key GLOB '*company*' OR label_key GLOB '*carrier*'
  )
GROUP BY section, label_key
ORDER BY min(_row)
