-- A story is an article or of another kind, such as a page. Each kind has slugs of its own; what lists, counts and comments
-- are about stays articles. The table keeps its name. A server of the release before takes all for articles: pages are to be
-- written when none runs any more.
alter table article add column kind text not null default 'article' check (kind ~ '^[a-z]+$');
alter table search_document add column kind text not null default 'article';

create unique index article_slug_in_use on article (
    slug, kind, (case when trashed_at is null then uuid '00000000-0000-0000-0000-000000000000' else id end));
drop index article_slug_unique;
alter index article_slug_in_use rename to article_slug_unique;

-- As V48 has it, of articles alone.
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
        where a.id = changed and a.kind = 'article' and a.trashed_at is null
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

-- As V5 has it, with the kind.
create or replace function search_document_of(r revision, a article, is_newest boolean) returns search_document
    language plpgsql stable
as $$
declare
    stemming text := search_stemming(r.language);
    title tsvector := setweight(search_vector(stemming, r.title), 'A');
    summary tsvector := setweight(search_vector(stemming, coalesce(r.summary, '')), 'B');
    body tsvector := search_vector(stemming, r.body_text);
begin
    return row(r.id, r.article_id, r.number, is_newest, a.trashed_at is not null, r.live_from, r.live_until,
        a.published_at, r.language, stemming,
        title || summary || setweight(search_gist(body), 'C'),
        title || summary || body || setweight(search_vector('simple', r.title), 'A')
            || setweight(search_vector('simple', coalesce(r.summary, '')), 'B'), a.kind)::search_document;
exception when program_limit_exceeded then
    return row(r.id, r.article_id, r.number, is_newest, a.trashed_at is not null, r.live_from, r.live_until,
        a.published_at, r.language, stemming, title || summary, title || summary, a.kind)::search_document;
end
$$;

-- What is known of the columns decides which way a query goes.
analyze article (kind);
analyze search_document (kind);
