-- What is in the trash keeps its slug, and keeps it from nobody. Servers of the release before refuse what takes a slug that is
-- in use by the same name. Building the index keeps writers of articles waiting, a second or two for a million of them.
create unique index article_slug_in_use on article (
    slug, (case when trashed_at is null then uuid '00000000-0000-0000-0000-000000000000' else id end));
alter table article drop constraint article_slug_unique;
alter index article_slug_in_use rename to article_slug_unique;
