-- One name belongs to one account however it is written: what the application makes of it (NFKC, without case) is
-- unique. The release before goes on to write accounts without it. Of accounts that have one name already, the oldest
-- keeps it.

alter table account add column name_key text;

update account a set name_key = named.key
from (
    select id, lower(normalize(name, nfkc)) as key,
        row_number() over (partition by lower(normalize(name, nfkc)) order by created_at, id) as place
    from account
) named
where named.id = a.id and named.place = 1;

alter table account add constraint account_name_key_unique unique (name_key);
