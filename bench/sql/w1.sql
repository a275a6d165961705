-- The row of a guest's comment.
\set i random(1, :stories)
insert into comment (id, version, article_id, parent_id, depth, name, email, body, body_html, status, reply_count, created_at)
select gen_random_uuid(), 0, a.id, null, 0, 'A reader', 'bench@example.org',
    repeat('Well put, and worth a second look. ', 6), '<p>' || repeat('Well put, and worth a second look. ', 6) || '</p>',
    'HELD', 0, clock_timestamp()
from article a where a.slug = 'story-' || :i;
