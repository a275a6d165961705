-- What readers say of an article, and to each other.

create table comment (
    id          uuid        primary key,
    version     integer     not null,
    article_id  uuid        not null references article on delete cascade,
    parent_id   uuid        references comment,
    depth       integer     not null,
    -- erased when the comment is deleted
    name        text,
    email       text,
    body        text,
    body_html   text,
    status      text        not null check (status in ('HELD', 'APPROVED', 'REJECTED', 'SPAM', 'DELETED')),
    -- replies that readers can see
    reply_count integer     not null default 0 check (reply_count >= 0),
    account_id  uuid        references account on delete set null,
    created_at  timestamptz not null,
    edited_at   timestamptz
);
create index comment_of_article on comment (article_id, created_at, id);
create index comment_of_parent on comment (parent_id, created_at, id);
create index comment_by_created_at on comment (created_at, id);
create index comment_by_status on comment (status, created_at, id);
