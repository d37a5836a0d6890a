-- What an account asked of us that must outlive the process: a ban, a day that is spent, the turn of its day.
create table mark (
    id bigint not null primary key,
    company varchar(300) not null,
    name varchar(100) not null,
    at_moment timestamp(6) with time zone not null,
    on_day date not null,
    amount bigint not null,
    constraint mark_name unique (company, name)
);
