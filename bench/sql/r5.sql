-- The 20 best articles for a word, in the column that the migrations have for it.
select a.id, a.version, a.slug, a.comments_open, a.comment_count, a.published_at, r.id, r.number, r.title, r.summary,
    r.body_format, r.language, r.cover, r.seo, r.canonical_url, r.word_count, r.live_from
from article a
join revision r on r.article_id = a.id and r.live_from <= now() and (r.live_until is null or r.live_until > now())
where a.trashed_at is null and r.:column @@ to_tsquery('simple', :'word')
order by ts_rank(r.:column, to_tsquery('simple', :'word')) desc, a.id desc
limit 20;
