-- An author or tag that another one replaced. It stays, for what old revisions tell, and is found nowhere; its slug is free. A
-- server of the release before still shows it: replace none before all are updated.
alter table author add column replaced_by uuid references author, add column replaced_at timestamptz;
alter table author drop constraint author_slug_unique;
create unique index author_slug_unique on author (slug) where replaced_by is null;

alter table tag add column replaced_by uuid references tag, add column replaced_at timestamptz;
alter table tag drop constraint tag_slug_unique;
create unique index tag_slug_unique on tag (slug) where replaced_by is null;

-- The revisions that had one when it was replaced, and have the other since, so that it can be undone.
create table replaced_term (
    term_id     uuid    not null,
    revision_id uuid    not null references revision on delete cascade,
    position    integer not null,
    had_both    boolean not null,
    primary key (term_id, revision_id)
);
create index replaced_term_revision on replaced_term (revision_id);
