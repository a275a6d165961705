-- What somebody outside is shown before readers get it: of the secret the hash alone.
create table preview_link (
    id         uuid        primary key,
    hash       bytea       not null constraint preview_link_hash_unique unique,
    name       text,
    article_id uuid        references article on delete cascade,
    release_id uuid        references release on delete cascade,
    as_of      timestamptz,
    created_by uuid        not null references account on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint preview_link_shows_one check (num_nonnulls(article_id, release_id, as_of) = 1)
);
create index preview_link_by_creation on preview_link (created_at, id);
create index preview_link_by_end on preview_link (expires_at, id);
create index preview_link_of_article on preview_link (article_id) where article_id is not null;
create index preview_link_of_release on preview_link (release_id) where release_id is not null;
create index preview_link_by_account on preview_link (created_by);
