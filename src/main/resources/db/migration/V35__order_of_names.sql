-- Titles and names are sorted by keys that the application makes by the rules of a language (text/Collation), the same in
-- every database. Those that are missing (the byte 255, which comes last), or were made by other rules, it makes while it
-- serves (query/SortKeys). Servers of the release before write names without them.

alter table revision add column sort_key bytea not null default '\xff';
alter table author add column sort_key bytea not null default '\xff';
alter table tag add column sort_key bytea not null default '\xff';

-- The rules that count: those of the server that started last.
create table sort_rules (
    one   boolean primary key default true check (one),
    rules bytea   not null
);

-- A name that is written without its key loses the one that it had.
create function sort_key_outdated() returns trigger
    language plpgsql
as $$
begin
    new.sort_key := '\xff';
    return new;
end
$$;
create trigger author_sort_key_outdated before update of name on author
    for each row when (new.name <> old.name and new.sort_key = old.sort_key) execute function sort_key_outdated();
create trigger tag_sort_key_outdated before update of name on tag
    for each row when (new.name <> old.name and new.sort_key = old.sort_key) execute function sort_key_outdated();
