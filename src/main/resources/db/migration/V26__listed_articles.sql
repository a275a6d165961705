-- What lists and counts of what readers get are read from, whatever share of all articles an author or tag has. Whoever
-- writes it, the timeline is brought here by triggers at the end of the transaction, a server of the release before included.

-- A row for each author and tag of each revision that is live or will be, and one for every such revision under the nil UUID.
-- What has ended goes with the next change of its article.
create table listed_article (
    term_id      uuid        not null,
    article_id   uuid        not null,
    revision_id  uuid        not null,
    published_at timestamptz not null,
    live_from    timestamptz not null,
    live_until   timestamptz
);
create index listed_article_by_term on listed_article (term_id, published_at, article_id);
create index listed_article_of_article on listed_article (article_id);

-- By how many the articles under a term become more, or fewer, and when: what is live now is the sum of what is not later
-- than now. Rows are added, and never changed, so no command waits for another; those that are past are summed up now and
-- then. Rows with a month count the articles under the nil UUID that were first published in it, in UTC.
create table listed_count (
    term_id  uuid        not null,
    month    date,
    at       timestamptz not null,
    articles integer     not null
);
create index listed_count_of_term on listed_count (term_id, at) include (articles) where month is null;
create index listed_count_of_month on listed_count (month, at) include (articles) where month is not null;

-- Lists an article anew, and counts the difference. Its plans last: they must not be those of a table that was empty.
create function relist(changed uuid) returns void
    language plpgsql set enable_seqscan = off
as $$
begin
    with gone as (
        delete from listed_article where article_id = changed returning *
    ), listed as (
        insert into listed_article
        select t.term_id, a.id, r.id, a.published_at, r.live_from, r.live_until
        from article a join revision r on r.article_id = a.id
            cross join lateral (
                select uuid '00000000-0000-0000-0000-000000000000' as term_id
                union all select author_id from revision_author where revision_id = r.id
                union all select tag_id from revision_tag where revision_id = r.id) t
        where a.id = changed and a.trashed_at is null
            and r.live_from is not null and (r.live_until is null or r.live_until > clock_timestamp())
        returning *
    ), spans as (
        select *, -1 as articles from gone union all select *, 1 from listed
    )
    insert into listed_count
    select s.term_id, m.month, e.at, sum(e.articles)
    from spans s
        cross join lateral (values (s.live_from, s.articles), (s.live_until, -s.articles)) e (at, articles)
        cross join lateral (
            select null::date as month
            union all select date_trunc('month', s.published_at at time zone 'UTC')::date
            where s.term_id = uuid '00000000-0000-0000-0000-000000000000') m
    where e.at is not null
    group by s.term_id, m.month, e.at
    having sum(e.articles) <> 0;
end
$$;

-- One row for those of a term, or month, that have become many. A minute is left, in which no reader's clock is behind.
create function sum_up_listed_counts() returns void
    language plpgsql
as $$
declare
    past timestamptz := clock_timestamp() - interval '1 minute';
begin
    with many as (
        select term_id, month from listed_count where at < past group by term_id, month having count(*) > 16
    ), gone as (
        delete from listed_count c using many m
        where c.term_id = m.term_id and c.month is not distinct from m.month and c.at < past
        returning c.*
    )
    insert into listed_count
    select term_id, month, '-infinity', sum(articles) from gone group by term_id, month having sum(articles) <> 0;
end
$$;

-- At the end of the transaction, when all of it is there, and once for each article.
create function relist_written() returns trigger
    language plpgsql
as $$
declare
    changed uuid;
begin
    if tg_table_name = 'revision' then
        changed := new.article_id;
    elsif tg_op = 'DELETE' then
        changed := old.id;
    else
        changed := new.id;
    end if;
    if current_setting('byline.relisted', true) is distinct from changed::text then
        perform set_config('byline.relisted', changed::text, true);
        perform relist(changed);
    end if;
    return null;
end
$$;
create constraint trigger relist_revision_inserted after insert on revision deferrable initially deferred
    for each row when (new.live_from is not null) execute function relist_written();
create constraint trigger relist_revision_moved after update of live_from, live_until on revision
    deferrable initially deferred for each row
    when ((new.live_from, new.live_until) is distinct from (old.live_from, old.live_until)) execute function relist_written();
create constraint trigger relist_article_changed after update of trashed_at, published_at on article
    deferrable initially deferred for each row
    when ((new.trashed_at, new.published_at) is distinct from (old.trashed_at, old.published_at))
    execute function relist_written();
create constraint trigger relist_article_deleted after delete on article deferrable initially deferred
    for each row execute function relist_written();
