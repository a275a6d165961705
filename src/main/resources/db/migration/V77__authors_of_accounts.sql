-- As whom an account writes.
alter table account add column author_id uuid references author on delete set null;
create index account_author on account (author_id);
