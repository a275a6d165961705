-- Who put a story into the trash; of those that are there, as far as the log knows.
alter table article add column trashed_by uuid;
update article a set trashed_by = (
    select c.account_id from change c
    where c.subject_id = a.id and c.act = a.kind || '.trashed' order by c.id desc limit 1)
where a.trashed_at is not null;

-- What is removed from the trash for good leaves what stood below it without a parent, as it was for readers.
alter table page drop constraint page_parent_id_fkey;
alter table page add constraint page_parent_id_fkey foreign key (parent_id) references page on delete set null;

-- The trash, the oldest first.
create index article_trashed on article (trashed_at) where trashed_at is not null;
