-- What is left of the quotas that all servers count together, as Bucket4j keeps it. It is of no worth after a crash.
create unlogged table rate_limit (
    id         text   primary key,
    state      bytea,
    expires_at bigint
);
