-- A list of what readers find under a tag, an author or both, and how many that are, is read from this index alone, whatever
-- share of all articles that is. Writers of articles wait while it is built, a second for a hundred thousand articles; readers
-- wait for the change of names only.
create index listed_article_by_term_and_time on listed_article (term_id, published_at, article_id)
    include (revision_id, live_from, live_until, language);
drop index listed_article_by_term;
alter index listed_article_by_term_and_time rename to listed_article_by_term;
