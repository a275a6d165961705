-- Who may write, and the secrets by which a program shows it.

create table account (
    id         uuid        primary key,
    version    integer     not null,
    name       text        not null,
    role       text        not null check (role in ('ADMIN', 'EDITOR', 'MODERATOR')),
    created_at timestamptz not null,
    constraint account_name_unique unique (name)
);

create table token (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    name       text        not null,
    hash       bytea       not null check (octet_length(hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz,
    constraint token_hash_unique unique (hash)
);
create index token_account on token (account_id);
