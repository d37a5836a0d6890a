-- What tells two files under one parent apart, as keyed digests: their bytes, and all that a list of the target shows.
-- Null for everything that is no file.
alter table lineage add column content varchar(64);

alter table lineage add column look varchar(64);

create index lineage_content on lineage (content, migration);

create index lineage_look on lineage (look, migration);
