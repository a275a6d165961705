-- Roles are no longer a line: what each may do says the table of permissions in the code.
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
    check (role in ('ADMIN', 'EDITOR', 'MODERATOR', 'CONTRIBUTOR', 'VIEWER'));
