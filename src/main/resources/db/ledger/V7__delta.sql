-- Records that are at the source no more, and what became of what we made of them.
create table source_deletion (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    source_key varchar(500) not null,
    outcome varchar(40) not null,
    reason varchar(200) not null,
    run integer not null,
    first_run integer not null,
    at_moment timestamp(6) with time zone not null,
    constraint source_deletion_spot unique (source_key, mapping, migration)
);

create index source_deletion_run on source_deletion (migration, run);

-- Values that a mapping does not list and lets through, as keyed digests: those a plan met, and those a person has signed.
create table met_value (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    field varchar(500) not null,
    digest varchar(64) not null,
    signed boolean not null,
    constraint met_value_spot unique (digest, mapping, field, migration)
);

-- The hours around the switch, in which deltas follow each other by themselves.
create table delta_window (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    started_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    every_seconds bigint not null,
    next_at timestamp(6) with time zone not null,
    closed boolean not null
);

create table delta_round (
    id bigint not null primary key,
    delta_window bigint not null references delta_window (id),
    run varchar(20) not null,
    at_moment timestamp(6) with time zone not null,
    told varchar(2000) not null
);

create index delta_round_of on delta_round (delta_window);
