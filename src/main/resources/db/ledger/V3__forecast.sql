-- What a plan said that its run would cost. The basis is a hash of mapping, policy and source.
create table forecast (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    run integer not null,
    basis varchar(200) not null
);

create index forecast_basis on forecast (migration, basis, run);

create table forecast_line (
    id bigint not null primary key,
    forecast bigint not null references forecast (id),
    mapping varchar(200) not null,
    verb varchar(40) not null,
    requests bigint not null,
    tokens bigint not null
);

create index forecast_line_of on forecast_line (forecast);

-- What a run did spend, by mapping and port.
create table run_cost (
    id bigint not null primary key,
    run bigint not null references run (id),
    mapping varchar(200) not null,
    verb varchar(40) not null,
    requests bigint not null,
    tokens bigint not null,
    constraint run_cost_line unique (run, mapping, verb)
);
