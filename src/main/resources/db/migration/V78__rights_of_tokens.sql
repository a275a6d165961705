-- What a token may, from where, and on which day it was last used; who is let in no more; and by which token something was done.
alter table account add column suspended boolean not null default false;
alter table token add column scopes jsonb;
alter table token add column addresses jsonb;
alter table token add column last_used_at timestamptz;
alter table change add column token_id uuid;
