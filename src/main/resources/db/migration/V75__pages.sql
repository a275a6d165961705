-- Where a story of the kind "page" stands in menus: below which page, and at which place there.
create table page (
    id        uuid    primary key references article on delete cascade,
    parent_id uuid    references page,
    position  integer not null,
    constraint page_not_below_itself check (parent_id <> id)
);
create index page_by_parent on page (parent_id, position);
