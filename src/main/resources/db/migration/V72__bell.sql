-- What commands outdate of the answers that servers keep. They wrote it into NOTIFY, of which PostgreSQL lets only one
-- transaction at a time commit. Now it is rows, which each server reads; NOTIFY only rings, once for many commands.
-- Servers keep nothing beyond a restart of the database, so neither does this.
create unlogged table invalidation (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    message text        not null
);

-- As for the change log (V70), for whatever is read by its numbers. The arguments of the trigger: the sequence, and 24
-- bits that tell its locks from those of others.
create function draws() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(
        (tg_argv[1]::bigint << 40) | (coalesce(pg_sequence_last_value(tg_argv[0]::regclass), 0) + 1));
    return null;
end $$;

create function settled(sequence regclass, tag bigint) returns bigint language plpgsql as $$
declare
    drawn   bigint := coalesce(pg_sequence_last_value(sequence), 0);
    drawing bigint;
begin
    select min((classid::bigint << 32 | objid::bigint) & x'ffffffffff'::bigint) into drawing
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 8 = tag
        and database = (select oid from pg_database where datname = current_database());
    return least(drawn, drawing - 1);
end $$;

drop trigger change_draws on change;
drop function change_draws, change_settled;
create trigger draws before insert on change for each statement
    execute function draws('change_id_seq', '6453612'); -- "byl"
create function change_settled() returns bigint language sql as $$ select settled('change_id_seq', 6453612) $$;

create trigger draws before insert on invalidation for each statement
    execute function draws('invalidation_id_seq', '6453609'); -- "byi"
create function invalidation_settled() returns bigint language sql as $$ select settled('invalidation_id_seq', 6453609) $$;
