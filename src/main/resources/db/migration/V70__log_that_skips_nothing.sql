-- Whoever reads the log by position stops where an entry could still come in before one that is there: a transaction
-- may draw its number early and be committed late. So each one says, before it draws, which is the least that it may
-- draw: by an advisory lock, which everybody sees at once and which ends with the transaction.
--
-- transaction_id would not do. These numbers begin anew where a dump is restored; a long transaction of any other
-- database of the server would hold the log up; and a command that waited for a lock would stand before the one that
-- it waited for, where its transaction began to write before.

-- 0x62796c is "byl"; the 40 bits behind it are the position.
create function change_draws() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(
        x'62796c0000000000'::bigint | (coalesce(pg_sequence_last_value('change_id_seq'), 0) + 1));
    return null;
end $$;

create trigger change_draws before insert on change for each statement execute function change_draws();

-- Up to which position nothing comes in any more. What it says is true of statements that begin afterwards. The order
-- of its two questions counts: whoever draws up to what the first one finds has the lock before.
create function change_settled() returns bigint language plpgsql as $$
declare
    drawn   bigint := coalesce(pg_sequence_last_value('change_id_seq'), 0);
    drawing bigint;
begin
    select min((classid::bigint << 32 | objid::bigint) & x'ffffffffff'::bigint) into drawing
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 8 = x'62796c'::bigint
        and database = (select oid from pg_database where datname = current_database());
    return least(drawn, drawing - 1);
end $$;
