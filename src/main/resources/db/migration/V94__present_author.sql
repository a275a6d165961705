-- The author who stands today for the one that an account was tied to: authors are replaced, and
-- that is undone. Accounts stay tied to whom they were tied.
create function present_author(tied uuid) returns uuid language sql stable strict as $$
    with recursive follow as (
        select id, replaced_by from author where id = tied
        union all
        select a.id, a.replaced_by from follow f join author a on a.id = f.replaced_by)
    select id from follow where replaced_by is null
$$;
