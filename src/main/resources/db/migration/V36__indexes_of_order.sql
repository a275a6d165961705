-- Apart from the columns, for which readers are kept out until the transaction ends: while these are built, writers wait
-- alone.
create index revision_by_sort_key on revision (sort_key, article_id);
create index revision_live_by_sort_key on revision (sort_key, article_id) where live_from is not null;
create index author_by_sort_key on author (sort_key, id);
create index tag_by_sort_key on tag (sort_key, id);

-- Slugs by code point, whatever the locale
create index author_by_plain_slug on author (slug collate "C", id);
create index tag_by_plain_slug on tag (slug collate "C", id);
