-- What the target showed right after a write, field by field, as keyed digests; null while nothing is known.
alter table write add column imprint varchar(1000000);

-- A field of ours that somebody changed in the target: which one, and the run that saw it last. No value.
create table edit (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    source_key varchar(500) not null,
    field varchar(600) not null,
    run integer not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    constraint edit_spot unique (source_key, mapping, field, migration)
);

create index edit_run on edit (migration, run, id);
