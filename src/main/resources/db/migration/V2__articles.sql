-- Articles, what each save left of them, and the timeline: which revision readers get, and when.

create extension if not exists btree_gist;

create table author (
    id         uuid        primary key,
    version    integer     not null,
    slug       text        not null,
    name       text        not null,
    biography  text,
    picture    text,
    links      jsonb       not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint author_slug_unique unique (slug)
);
create index author_by_name on author (name, id);
create index author_by_created_at on author (created_at, id);

create table tag (
    id          uuid        primary key,
    version     integer     not null,
    slug        text        not null,
    name        text        not null,
    description text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint tag_slug_unique unique (slug)
);
create index tag_by_name on tag (name, id);
create index tag_by_created_at on tag (created_at, id);

create table article (
    id              uuid        primary key,
    version         integer     not null,
    slug            text        not null,
    newest_revision integer     not null,
    comments_open   boolean     not null,
    comment_count   integer     not null default 0 check (comment_count >= 0),
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    -- the start of the first live range, kept here so that lists can sort by it
    published_at    timestamptz,
    trashed_at      timestamptz,
    constraint article_slug_unique unique (slug)
);
create index article_by_published_at on article (coalesce(published_at, timestamptz '9999-12-31 00:00:00Z'), id);
create index article_by_created_at on article (created_at, id);
create index article_by_comment_count on article (comment_count, id);

-- An old address leads to the article that bore it last, among those the caller may see.
create table former_slug (
    slug       text        not null,
    article_id uuid        not null references article on delete cascade,
    retired_at timestamptz not null,
    primary key (slug, article_id)
);
create index former_slug_article on former_slug (article_id);

create table revision (
    id                uuid        primary key,
    article_id        uuid        not null references article on delete cascade,
    number            integer     not null check (number > 0),
    title             text        not null,
    summary           text,
    body              text        not null,
    body_format       text        not null check (body_format in ('MARKDOWN', 'HTML')),
    language          text        not null,
    cover             jsonb,
    seo               jsonb,
    canonical_url     text,
    note              text,
    saved_at          timestamptz not null,
    saved_by          uuid        references account on delete set null,
    -- derived from the body by the rules of this version
    rendering_version integer     not null,
    body_html         text        not null,
    body_text         text        not null,
    word_count        integer     not null,
    live_from         timestamptz,
    live_until        timestamptz,
    -- the end it has by itself, which a plan for a later revision may come before
    agreed_until      timestamptz,
    constraint revision_number_unique unique (article_id, number),
    constraint revision_range_not_empty check (live_until > live_from),
    constraint revision_range_begins check (live_until is null or live_from is not null),
    constraint revision_one_live_at_a_time exclude using gist (
        article_id with =, tstzrange(live_from, live_until) with &&) where (live_from is not null)
        deferrable initially deferred
);
create index revision_by_live_from on revision (live_from, article_id);
create index revision_by_title on revision (title, article_id);
create index revision_by_saved_at on revision (saved_at, article_id);

create table revision_author (
    revision_id uuid    not null references revision on delete cascade,
    position    integer not null,
    author_id   uuid    not null,
    primary key (revision_id, position),
    constraint revision_author_unique unique (revision_id, author_id),
    constraint revision_author_exists foreign key (author_id) references author
);
create index revision_author_author on revision_author (author_id, revision_id);

create table revision_tag (
    revision_id uuid    not null references revision on delete cascade,
    position    integer not null,
    tag_id      uuid    not null,
    primary key (revision_id, position),
    constraint revision_tag_unique unique (revision_id, tag_id),
    constraint revision_tag_exists foreign key (tag_id) references tag
);
create index revision_tag_tag on revision_tag (tag_id, revision_id);
