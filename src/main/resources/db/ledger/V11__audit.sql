-- What is no write and belongs in the audit log: links of the same chain as the closed writes.
create table event (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    entry varchar(40) not null,
    run integer,
    mapping varchar(200),
    source_key varchar(500),
    kind varchar(200),
    target_id varchar(1000000),
    verb varchar(40),
    outcome varchar(40),
    code varchar(200),
    digest varchar(200),
    acted_by varchar(500),
    note varchar(2000),
    at_moment timestamp(6) with time zone not null,
    seq bigint not null,
    chain varchar(64) not null,
    constraint event_seq unique (migration, seq)
);

create index event_of on event (source_key, mapping, migration);

-- From a record of the target back to its source. Ids of several parts are too long for an index, so it holds how they begin.
alter table lineage add column target_start varchar(100);

create index lineage_target on lineage (target_start, migration);
