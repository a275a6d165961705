-- The language of what was listed before, some articles at a time, while servers of the release before serve and write.
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
        update listed_article l set language = r.language
        from revision r
        where l.article_id = any(batch) and r.id = l.revision_id and l.language is distinct from r.language;
        last := batch[cardinality(batch)];
        commit;
        set local lock_timeout = 0;
    end loop;
end
$$;
