-- Whom an identity provider (OIDC) knows by which name of its own.
alter table account add column issuer text;
alter table account add column subject text;
create unique index account_of_subject on account (issuer, subject);
