-- Lists and counts of one language are read from the index of listed_article as well.
alter table listed_article add column language text;

-- As V26 has it, with the language; and what has ended stays for a minute more, in which no reader's clock is behind: who began
-- to read just before an article's text was replaced, and sees the table just after, finds the old one.
create or replace function relist(changed uuid) returns void
    language plpgsql set enable_seqscan = off
as $$
begin
    with gone as (
        delete from listed_article where article_id = changed returning *
    ), listed as (
        insert into listed_article (term_id, article_id, revision_id, published_at, live_from, live_until, language)
        select t.term_id, a.id, r.id, a.published_at, r.live_from, r.live_until, r.language
        from article a join revision r on r.article_id = a.id
            cross join lateral (
                select uuid '00000000-0000-0000-0000-000000000000' as term_id
                union all select author_id from revision_author where revision_id = r.id
                union all select tag_id from revision_tag where revision_id = r.id) t
        where a.id = changed and a.trashed_at is null
            and r.live_from is not null
            and (r.live_until is null or r.live_until > clock_timestamp() - interval '1 minute')
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
