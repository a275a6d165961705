-- The same for the word that a misspelt one is nearest to.
with asked as (
    select to_tsquery('byline_english', word) as query
    from search_word where word % :word order by similarity(word, :word) desc, word limit 1
), hit as (
    select d.article_id, d.revision_id, ts_rank(d.ranking, asked.query) as rank
    from asked, search_document d
    where d.words @@ asked.query and not d.trashed
    and d.live_from <= now() and (d.live_until is null or d.live_until > now())
    order by rank desc, d.article_id desc
    limit 20
)
select a.id, a.version, a.slug, a.comments_open, a.comment_count, a.published_at, r.id, r.number, r.title, r.summary,
    r.body_format, r.language, r.cover, r.seo, r.canonical_url, r.word_count, r.live_from,
    (select json_agg(json_build_object('id', x.id, 'slug', x.slug, 'name', x.name) order by y.position)
        from revision_author y join author x on x.id = y.author_id where y.revision_id = r.id),
    (select json_agg(json_build_object('id', x.id, 'slug', x.slug, 'name', x.name) order by y.position)
        from revision_tag y join tag x on x.id = y.tag_id where y.revision_id = r.id)
from hit d
join article a on a.id = d.article_id
join revision r on r.id = d.revision_id
order by d.rank desc, a.id desc;
