-- Authors and tags for editors alone: readers find those that are internal nowhere.
alter table author add column internal boolean not null default false;
alter table tag add column internal boolean not null default false;
