-- What a filter finds by any part: title==*night*. Building the index of titles keeps writers of articles waiting, some
-- twenty seconds for a million revisions.

create index revision_title_parts on revision using gin (title gin_trgm_ops) with (gin_pending_list_limit = 512);

create index author_name_parts on author using gin (name gin_trgm_ops);
create index author_slug_parts on author using gin (slug gin_trgm_ops);
create index tag_name_parts on tag using gin (name gin_trgm_ops);
create index tag_slug_parts on tag using gin (slug gin_trgm_ops);
