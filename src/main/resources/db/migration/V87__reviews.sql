-- What colleagues said of revisions: that they ask for a review, approve it, or ask for changes.
create table review (
    id         uuid        primary key,
    article_id uuid        not null references article on delete cascade,
    revision   integer     not null,
    state      text        not null check (state in ('REQUESTED', 'APPROVED', 'CHANGES_REQUESTED')),
    note       text,
    account_id uuid        references account on delete set null,
    at         timestamptz not null
);
create index review_of_revision on review (article_id, revision, at);
create index review_by_account on review (account_id);
