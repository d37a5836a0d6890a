-- The columns of a G6 database that the queries name, as tables. Short texts are padded, days are timestamps, and yes and no are 1 and 0.
CREATE SCHEMA admin;
CREATE TABLE admin.address (
  addrid INTEGER,
  city CHAR(27),
  phone CHAR(18),
  state CHAR(22),
  street1 CHAR(32),
  street2 CHAR(32),
  zipcode CHAR(16)
);
CREATE TABLE admin.aging (
  agingdate TIMESTAMP,
  guarid INTEGER
);
CREATE TABLE admin.appt (
  addlprov CHAR(5),
  apptid INTEGER,
  appttype SMALLINT,
  codeid1 INTEGER,
  codeid10 INTEGER,
  codeid11 INTEGER,
  codeid12 INTEGER,
  codeid13 INTEGER,
  codeid14 INTEGER,
  codeid15 INTEGER,
  codeid16 INTEGER,
  codeid17 INTEGER,
  codeid18 INTEGER,
  codeid19 INTEGER,
  codeid2 INTEGER,
  codeid20 INTEGER,
  codeid3 INTEGER,
  codeid4 INTEGER,
  codeid5 INTEGER,
  codeid6 INTEGER,
  codeid7 INTEGER,
  codeid8 INTEGER,
  codeid9 INTEGER,
  codetype1 SMALLINT,
  codetype10 SMALLINT,
  codetype11 SMALLINT,
  codetype12 SMALLINT,
  codetype13 SMALLINT,
  codetype14 SMALLINT,
  codetype15 SMALLINT,
  codetype16 SMALLINT,
  codetype17 SMALLINT,
  codetype18 SMALLINT,
  codetype19 SMALLINT,
  codetype2 SMALLINT,
  codetype20 SMALLINT,
  codetype3 SMALLINT,
  codetype4 SMALLINT,
  codetype5 SMALLINT,
  codetype6 SMALLINT,
  codetype7 SMALLINT,
  codetype8 SMALLINT,
  codetype9 SMALLINT
);
CREATE TABLE admin.appthist (
  deletedflag SMALLINT,
  modifieddate TIMESTAMP,
  parentapptid INTEGER
);
CREATE TABLE admin.feeschedule (
  amt DECIMAL(12, 2),
  feeschedcategoryid SMALLINT,
  proccodeid INTEGER
);
CREATE TABLE admin.fulldef (
  defid SMALLINT,
  deftype SMALLINT,
  descript CHAR(53)
);
CREATE TABLE admin.fullproclog (
  amt DECIMAL(12, 2),
  amtpriminspaid DECIMAL(12, 2),
  amtsecinspaid DECIMAL(12, 2),
  automodifiedtimestamp TIMESTAMP,
  chartstatus SMALLINT,
  checknum CHAR(22),
  claimid INTEGER,
  completiondate TIMESTAMP,
  createdate TIMESTAMP,
  guarid INTEGER,
  history SMALLINT,
  patid INTEGER,
  primestoverride4orphaned DECIMAL(12, 2),
  proccodeid INTEGER,
  procdate TIMESTAMP,
  procid INTEGER,
  proclogclass SMALLINT,
  provid CHAR(5),
  secestoverride4orphaned DECIMAL(12, 2),
  surfd SMALLINT,
  surff SMALLINT,
  surfl SMALLINT,
  surfm SMALLINT,
  surfo SMALLINT,
  toothrangeend SMALLINT,
  toothrangestart SMALLINT,
  txcaseid INTEGER,
  txcaseindex SMALLINT
);
CREATE TABLE admin.insured (
  idnum CHAR(26),
  inspartyid INTEGER,
  insplanid INTEGER,
  insuredid INTEGER
);
CREATE TABLE admin.patient (
  automodifiedtimestamp TIMESTAMP,
  famid INTEGER,
  fampos SMALLINT,
  isguar SMALLINT,
  isheadofhouse SMALLINT,
  medalertmask1 INTEGER,
  medalertmask2 INTEGER,
  patid INTEGER,
  primbenefits DECIMAL(12, 2),
  primstdded DECIMAL(12, 2),
  refbyid INTEGER,
  refid INTEGER,
  secbenefits DECIMAL(12, 2),
  secstdded DECIMAL(12, 2)
);
CREATE TABLE admin.proccode (
  abbrevdescript CHAR(11),
  adacode CHAR(11),
  descript VARCHAR(101),
  proccodeid INTEGER
);
CREATE TABLE admin.recallpending (
  apptid INTEGER,
  automodifiedtimestamp TIMESTAMP,
  duedate TIMESTAMP,
  patid INTEGER,
  priordate TIMESTAMP,
  provid CHAR(5),
  recallid SMALLINT,
  status SMALLINT
);
CREATE TABLE admin.recalltype (
  descript CHAR(32),
  name CHAR(14),
  patid INTEGER,
  qty SMALLINT,
  recallid SMALLINT
);
CREATE TABLE admin.referral (
  addrid INTEGER,
  email CHAR(61),
  firstname CHAR(17),
  lastname CHAR(33),
  nonpersonflag SMALLINT,
  refid INTEGER,
  title CHAR(22)
);
CREATE TABLE admin.txcase (
  automodifiedtimestamp TIMESTAMP,
  createdate TIMESTAMP,
  descript VARCHAR(81),
  financeexpdate TIMESTAMP,
  isdefault SMALLINT,
  patid INTEGER,
  status SMALLINT,
  txcaseid INTEGER
);
CREATE TABLE admin.txcasestatus (
  caseid INTEGER,
  casestatusid INTEGER,
  comment VARCHAR(152),
  modifieddate TIMESTAMP
);
CREATE TABLE admin.v_adjustment_types (
  def_id SMALLINT,
  descript CHAR(53)
);
CREATE TABLE admin.v_appointment (
  amount DECIMAL(12, 2),
  appointment_date TIMESTAMP,
  appointment_id INTEGER,
  appt_broken_class SMALLINT,
  broken_date TIMESTAMP,
  create_date TIMESTAMP,
  created_by_user CHAR(5),
  length SMALLINT,
  modified_time_stamp TIMESTAMP,
  note VARCHAR(8191),
  operatory_id CHAR(5),
  patient_id INTEGER,
  patient_name CHAR(42),
  provider_id CHAR(5),
  reason CHAR(62),
  start_hour SMALLINT,
  start_minute SMALLINT,
  status_description CHAR(53),
  status_id SMALLINT
);
CREATE TABLE admin.v_appointment_types (
  def_id SMALLINT,
  descript CHAR(53)
);
CREATE TABLE admin.v_appt_status_codes (
  defid SMALLINT,
  descript CHAR(52)
);
CREATE TABLE admin.v_billing_types (
  def_id SMALLINT,
  descript CHAR(53)
);
CREATE TABLE admin.v_clinical_notes (
  cnotes_id INTEGER,
  create_date_time_stamp TIMESTAMP,
  note_locked SMALLINT,
  note_text VARCHAR(8193),
  patient_id INTEGER,
  provider_id CHAR(5)
);
CREATE TABLE admin.v_document_types (
  dc_doctype_id INTEGER,
  doctype_desc CHAR(42)
);
CREATE TABLE admin.v_employers (
  address_line1 CHAR(32),
  address_line2 CHAR(32),
  city CHAR(27),
  employer_id INTEGER,
  employer_name CHAR(33),
  phone CHAR(18),
  state CHAR(22),
  zip_code CHAR(16)
);
CREATE TABLE admin.v_guarantor_balance (
  balance_0_30_days DECIMAL(12, 2),
  balance_31_60_days DECIMAL(12, 2),
  balance_61_90_days DECIMAL(12, 2),
  balance_91_plus_days DECIMAL(12, 2),
  billing_type_description CHAR(53),
  guar_id INTEGER,
  last_payment_amount DECIMAL(12, 2),
  last_payment_received_date TIMESTAMP
);
CREATE TABLE admin.v_insurance_plans (
  address_line1 CHAR(32),
  address_line2 CHAR(32),
  city CHAR(27),
  contact CHAR(32),
  employer_id INTEGER,
  group_name CHAR(33),
  group_number CHAR(26),
  ins_co_name CHAR(33),
  ins_id INTEGER,
  max_cov_fam DECIMAL(12, 2),
  max_cov_person DECIMAL(12, 2),
  payor_id CHAR(7),
  phone CHAR(18),
  phone_ext CHAR(6),
  renew_month SMALLINT,
  source_of_payment CHAR(4),
  state CHAR(22),
  std_ded_perfam DECIMAL(12, 2),
  std_ded_perperson DECIMAL(12, 2),
  zipcode CHAR(16)
);
CREATE TABLE admin.v_patient (
  address_line1 CHAR(32),
  address_line2 CHAR(32),
  birth_date TIMESTAMP,
  chart_num CHAR(21),
  city CHAR(27),
  email CHAR(61),
  employer_id INTEGER,
  fax CHAR(18),
  first_name CHAR(17),
  first_visit_date TIMESTAMP,
  gender SMALLINT,
  guar_id INTEGER,
  home_phone CHAR(18),
  last_missed_appointment TIMESTAMP,
  last_name CHAR(22),
  last_visit_date TIMESTAMP,
  mi CHAR(3),
  mobile_phone CHAR(18),
  note VARCHAR(8191),
  num_of_missed_appointments SMALLINT,
  other_phone CHAR(18),
  patient_guid CHAR(37),
  patient_id INTEGER,
  preferred_name CHAR(17),
  pri_provider_id CHAR(5),
  primdentalinsuredid INTEGER,
  primmedicalinsuredid INTEGER,
  privacy_flags SMALLINT,
  salutation CHAR(33),
  sec_provider_id CHAR(5),
  secdentalinsuredid INTEGER,
  secmedicalinsuredid INTEGER,
  state CHAR(22),
  status SMALLINT,
  title CHAR(11),
  work_ext CHAR(6),
  work_phone CHAR(18),
  zipcode CHAR(16)
);
CREATE TABLE admin.v_payment_types (
  def_id SMALLINT,
  descript CHAR(53)
);
CREATE TABLE admin.v_practice_information (
  address_line1 CHAR(32),
  address_line2 CHAR(32),
  city CHAR(27),
  phone CHAR(18),
  practice_name CHAR(61),
  state CHAR(22),
  zip_code CHAR(16)
);
CREATE TABLE admin.v_provider (
  first_name CHAR(17),
  inactive SMALLINT,
  isnonperson SMALLINT,
  issecondaryprovider SMALLINT,
  last_name CHAR(22),
  mi CHAR(3),
  npi CHAR(27),
  provider_id CHAR(5),
  suffix CHAR(22),
  work_phone CHAR(18)
);
CREATE TABLE admin.v_rx_patient (
  dispense CHAR(51),
  drug_name CHAR(51),
  note VARCHAR(501),
  patient_id INTEGER,
  provider_id CHAR(5),
  refills INTEGER,
  rx_date TIMESTAMP,
  rx_id INTEGER,
  sig VARCHAR(152)
);
CREATE TABLE admin.v_staff (
  first_name CHAR(17),
  inactive SMALLINT,
  last_name CHAR(22),
  staff_id CHAR(5),
  title CHAR(22)
);
