-- By which somebody gets the first token of an account, once.
create table invitation (
    account_id uuid        primary key references account on delete cascade,
    hash       bytea       not null constraint invitation_hash_unique unique,
    expires_at timestamptz not null
);
