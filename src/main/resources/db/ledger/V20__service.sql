-- What a service was asked for, in the words of the command line. It outlives the process that was asked.
create table verb_order (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    number integer not null,
    verb varchar(40) not null,
    arguments varchar(100000) not null,
    asked_by varchar(500) not null,
    state varchar(40) not null,
    -- Digest of the routes, mappings and migration file it was begun with; empty before.
    edition varchar(64) not null,
    lives integer not null,
    asked_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    run varchar(20) not null,
    exit_code integer,
    told varchar(10000) not null,
    report varchar(500) not null,
    constraint verb_order_number unique (migration, number)
);

create index verb_order_state on verb_order (migration, state);

-- When a verb that follows a rhythm is due next.
create table verb_rhythm (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    verb varchar(40) not null,
    rhythm varchar(500) not null,
    next_at timestamp(6) with time zone not null,
    constraint verb_rhythm_once unique (migration, verb)
);
