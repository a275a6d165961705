-- What lists are sorted and filtered by, at a million articles: for readers without walking over what they cannot see.

create index article_readers_by_published_at on article (published_at, id)
    where trashed_at is null and published_at is not null;
create index article_readers_by_comment_count on article (comment_count, id)
    where trashed_at is null and published_at is not null;
-- the revision of an article that is live, among those that are or were
create index revision_live_of_article on revision (article_id, live_from) where live_from is not null;
create index revision_live_by_title on revision (title, article_id) where live_from is not null;
-- title==A night*, in whatever collation the database has
create index revision_live_by_beginning_of_title on revision (title text_pattern_ops) where live_from is not null;

-- the end of the order by slug is the id, as of every order
create index author_by_slug on author (slug, id);
create index tag_by_slug on tag (slug, id);

create index comment_readers_by_created_at on comment (created_at, id)
    where status = 'APPROVED' or reply_count > 0;
create index comment_readers_of_article on comment (article_id, created_at, id)
    where status = 'APPROVED' or reply_count > 0;

-- what an account did to articles, and when; not to comments, whose posting this must not slow down
create index change_of_articles_by_account on change (account_id, at) where subject_type = 'article';
create index change_of_articles_by_at on change (at) where subject_type = 'article';
