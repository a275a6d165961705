-- Notes of colleagues on a revision of an article, with the place in its text that they are about.
create table note (
    id          uuid        primary key,
    version     integer     not null,
    article_id  uuid        not null references article on delete cascade,
    revision    integer     not null,
    text        text        not null,
    -- of the field's text in UTF-16 code units, and what stands there
    field       text,
    begins      integer,
    ends        integer,
    quote       text,
    account_id  uuid        references account on delete set null,
    created_at  timestamptz not null,
    edited_at   timestamptz,
    resolved_at timestamptz,
    resolved_by uuid        references account on delete set null,
    constraint note_place_whole check (num_nonnulls(field, begins, ends, quote) in (0, 4))
);
create index note_of_article on note (article_id, created_at, id);
create index note_by_account on note (account_id);
create index note_by_resolver on note (resolved_by);
