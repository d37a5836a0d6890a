-- Records that were chosen to show everything, written and read back before the whole run, and how far that has come.
create table sample (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    number integer not null,
    -- Hash of mapping and policy; under another one the sample says nothing.
    basis varchar(200) not null,
    ending varchar(40) not null,
    step varchar(40) not null,
    -- How much of what occurs in the source its records show, and whether that is every line and code.
    coverage varchar(1000000) not null,
    enough boolean not null,
    -- Number of its first run: its own are the sample runs from there on.
    first_run integer not null,
    compared bigint not null,
    as_expected bigint not null,
    -- Whether the account was as before once they were taken back; null where nobody looked.
    as_before boolean,
    passed boolean,
    verdict varchar(2000) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    constraint sample_number unique (migration, number)
);

create table sampled (
    id bigint not null primary key,
    sample bigint not null references sample (id),
    mapping varchar(200) not null,
    source_key varchar(500) not null,
    constraint sampled_spot unique (source_key, mapping, sample)
);
