-- The first 50 comments of an article that has more.
\set i 50 * random(1, :stories / 50)
select c.id, c.article_id, c.parent_id, c.name, c.body, c.body_html, c.status, c.created_at, c.edited_at, c.reply_count
from article a
join revision r on r.article_id = a.id and r.live_from <= now() and (r.live_until is null or r.live_until > now())
join comment c on c.article_id = a.id and (c.status = 'APPROVED' or c.reply_count > 0)
where a.slug = 'story-' || :i and a.trashed_at is null
order by c.created_at, c.id
limit 50;
