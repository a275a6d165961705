-- The log of what was done, written in the transaction that did it. A reader of it goes no further than the oldest
-- transaction still running, so it never skips a row that commits late.

create table change (
    id              bigint      generated always as identity primary key,
    transaction_id  xid8        not null default pg_current_xact_id(),
    at              timestamptz not null default clock_timestamp(),
    act             text        not null,
    subject_type    text        not null,
    subject_id      uuid        not null,
    account_id      uuid,
    origin          text,
    revision_before integer,
    revision_after  integer
);
create index change_of_subject on change (subject_id, id);

-- What the first try of a POST answered, so that a retry is answered the same.
create table idempotency_key (
    caller       text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (caller, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
