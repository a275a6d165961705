-- An old address of an author or a tag leads to the one that bore it last, as those of articles do.
create table former_author_slug (
    slug       text        not null,
    author_id  uuid        not null references author on delete cascade,
    retired_at timestamptz not null,
    primary key (slug, author_id)
);
create index former_author_slug_author on former_author_slug (author_id);

create table former_tag_slug (
    slug       text        not null,
    tag_id     uuid        not null references tag on delete cascade,
    retired_at timestamptz not null,
    primary key (slug, tag_id)
);
create index former_tag_slug_tag on former_tag_slug (tag_id);
