-- Several articles that go live, or are withdrawn, at one instant. What an item changed of the timeline of its article, and
-- what that was before, stands in "plan": it is what the release takes back.
create table release (
    id         uuid        primary key,
    version    integer     not null,
    name       text        not null,
    note       text,
    at         timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index release_by_creation on release (created_at, id);
create index release_by_at on release (at, id);

create table release_item (
    release_id uuid    not null references release on delete cascade,
    position   integer not null,
    article_id uuid    not null references article on delete cascade,
    -- null for what is withdrawn
    revision   integer,
    plan       jsonb,
    primary key (release_id, position),
    constraint release_item_once unique (release_id, article_id)
);
create index release_item_by_article on release_item (article_id);
