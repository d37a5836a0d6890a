-- A saved plan: what it rests on, part by part, and the hash of the file that holds its proposed writes.
create table plan (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    run integer not null,
    hash varchar(64) not null,
    file_hash varchar(64) not null,
    writes bigint not null,
    -- Place in the chain of closed writes when it was made: what was written later was written without it.
    after_seq bigint not null,
    constraint plan_of_run unique (migration, run)
);

create table plan_part (
    id bigint not null primary key,
    plan bigint not null references plan (id),
    sort varchar(40) not null,
    name varchar(2000) not null,
    digest varchar(64) not null
);

create index plan_part_of on plan_part (plan);

-- The runs that carried it out, or began to.
create table plan_run (
    id bigint not null primary key,
    plan bigint not null references plan (id),
    run integer not null,
    constraint plan_run_once unique (plan, run)
);

create table certificate (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    number integer not null,
    made_by varchar(500) not null,
    made_at timestamp(6) with time zone not null,
    complete boolean not null,
    hash varchar(64) not null,
    constraint certificate_number unique (migration, number)
);
