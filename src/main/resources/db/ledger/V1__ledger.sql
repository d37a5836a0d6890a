-- One dialect for HSQLDB and PostgreSQL. Ids come in blocks from id_block and grow in the order of making.
create table id_block (
    next_id bigint not null
);

insert into id_block (next_id) values (1);

create table migration (
    id bigint not null primary key,
    name varchar(200) not null,
    seal_check varchar(1000) not null,
    -- The last link of the chain of closed writes, signed with the key that is kept outside.
    chain_seq bigint not null,
    chain_head varchar(64) not null,
    chain_seal varchar(64) not null,
    made_at timestamp(6) with time zone not null,
    constraint migration_name unique (name)
);

create table run (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    number integer not null,
    mode varchar(40) not null,
    state varchar(40) not null,
    hash varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    waiting_until timestamp(6) with time zone,
    advice varchar(10000) not null,
    counts varchar(1000000) not null,
    tokens bigint not null,
    constraint run_number unique (migration, number)
);

create table lineage (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    source_key varchar(500) not null,
    kind varchar(200) not null,
    target_id varchar(1000000),
    fingerprint varchar(200),
    created_by_us boolean not null,
    -- The row whose target a joined record shares; its target_id is copied, and goes when the leader's goes.
    leader bigint,
    created_run integer,
    last_run integer,
    last_write bigint,
    -- Place in the order of making; null while the record is not in the target.
    made_order bigint,
    constraint lineage_spot unique (source_key, mapping, migration)
);

create index lineage_order on lineage (migration, mapping, made_order);

create index lineage_leader on lineage (leader);

create table write (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    run integer not null,
    lineage bigint not null references lineage (id),
    -- The lineage row while the intent is open, so that it can have only one.
    open_lineage bigint,
    state varchar(40) not null,
    verb varchar(40) not null,
    kind varchar(200) not null,
    fingerprint varchar(200) not null,
    digest varchar(64) not null,
    request varchar(10000000) not null,
    before_change varchar(10000000),
    intended_at timestamp(6) with time zone not null,
    attempts integer not null,
    target_id varchar(1000000),
    code varchar(200),
    closed_at timestamp(6) with time zone,
    tokens integer,
    differences varchar(1000000),
    seq bigint,
    chain varchar(64),
    constraint write_open unique (open_lineage),
    constraint write_seq unique (migration, seq)
);

create index write_state on write (state, migration);

create index write_lineage on write (lineage);

create table quarantine (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    source_key varchar(500) not null,
    code varchar(200) not null,
    -- The code while the entry is open, so that a record has one open entry for each code.
    open_code varchar(200),
    place varchar(2000) not null,
    advice varchar(10000) not null,
    fingerprint varchar(200),
    run integer not null,
    times integer not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    resolved_at timestamp(6) with time zone,
    resolved_by varchar(200),
    constraint quarantine_spot unique (source_key, mapping, open_code, migration)
);

create index quarantine_open on quarantine (migration, open_code);

create table owner (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    source_key varchar(500) not null,
    email varchar(500) not null,
    name varchar(500) not null,
    state varchar(40) not null,
    user_id varchar(200),
    history varchar(1000000) not null,
    constraint owner_key unique (migration, source_key)
);

create table binding (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    name varchar(600) not null,
    bound_to varchar(2000) not null,
    constraint binding_name unique (migration, name)
);

create table approval (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    kind varchar(40) not null,
    approved_by varchar(500) not null,
    hash varchar(200) not null,
    approved_at timestamp(6) with time zone not null
);

create index approval_kind on approval (migration, kind);

create table checkpoint (
    id bigint not null primary key,
    migration bigint not null references migration (id),
    mapping varchar(200) not null,
    channel varchar(200) not null,
    mark varchar(1000000) not null,
    constraint checkpoint_place unique (migration, mapping, channel)
);

create table tokens (
    id bigint not null primary key,
    company varchar(300) not null,
    on_day date not null,
    verb varchar(100) not null,
    spent bigint not null,
    constraint tokens_day unique (company, on_day, verb)
);

create table budget (
    id bigint not null primary key,
    company varchar(300) not null,
    on_day date not null,
    left_told bigint not null,
    constraint budget_day unique (company, on_day)
);
