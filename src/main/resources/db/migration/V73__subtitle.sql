-- The line under a title. What was saved before has none, so the search has nothing to read anew. A server of the release before
-- writes none.
alter table revision add column subtitle text;
