-- Up to which instant what happened by time alone is in the change log. One row: whoever holds it ticks for all servers.
create table ticker (
    only_one boolean     primary key default true check (only_one),
    until    timestamptz not null
);
insert into ticker (until) values (clock_timestamp());
