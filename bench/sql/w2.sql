-- The rows of a new article that is live at once.
with story as (
    insert into article (id, version, slug, newest_revision, comments_open, created_at, changed_at, published_at)
    select id, 1, 'bench-' || id, 1, true, now(), now(), now() from (select gen_random_uuid() as id) x
    returning id
), save as (
    insert into revision (id, article_id, number, title, summary, body, body_format, language, saved_at,
        rendering_version, body_html, body_text, word_count, live_from)
    select gen_random_uuid(), id, 1, 'A night at the council', 'It took all night.',
        repeat('The *vote* came late, and nobody had gone home when it was over. ', 70), 'MARKDOWN', 'en', now(),
        1, '<p>' || repeat('The <em>vote</em> came late, and nobody had gone home when it was over. ', 70) || '</p>',
        repeat('The vote came late, and nobody had gone home when it was over. ', 70), 910, now()
    from story
    returning id
), bylines as (
    insert into revision_author (revision_id, position, author_id)
    select save.id, 0, x.id from save, author x where x.slug = 'author-0003'
)
insert into revision_tag (revision_id, position, tag_id)
select save.id, row_number() over (order by x.slug) - 1, x.id from save, tag x where x.slug in ('tag-0002', 'tag-0040');
