-- Lists the articles that were there before, some at a time, while servers of the release before serve and write. An article
-- that is listed twice is listed as once, so this may be broken off and begun again.
do $$
declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    batch uuid[];
begin
    set local lock_timeout = 0;
    loop
        select array_agg(id order by id) into batch from (
            select id from article where id > last and published_at is not null order by id limit 1000
            for no key update) a;
        exit when batch is null;
        perform relist(id) from unnest(batch) id;
        perform sum_up_listed_counts();
        last := batch[cardinality(batch)];
        commit;
        set local lock_timeout = 0;
    end loop;
end
$$;
