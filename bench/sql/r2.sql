-- The 20 newest articles, with all that their list shows.
select a.id, a.version, a.slug, a.comments_open, a.comment_count, a.published_at, r.id, r.number, r.title, r.summary,
    r.body_format, r.language, r.cover, r.seo, r.canonical_url, r.word_count, r.live_from,
    (select json_agg(json_build_object('id', x.id, 'slug', x.slug, 'name', x.name) order by y.position)
        from revision_author y join author x on x.id = y.author_id where y.revision_id = r.id),
    (select json_agg(json_build_object('id', x.id, 'slug', x.slug, 'name', x.name) order by y.position)
        from revision_tag y join tag x on x.id = y.tag_id where y.revision_id = r.id)
from article a
join revision r on r.article_id = a.id and r.live_from <= now() and (r.live_until is null or r.live_until > now())
where a.trashed_at is null and a.published_at is not null
order by a.published_at desc, a.id desc
limit 20;
