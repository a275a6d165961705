-- Which versions of a story left a revision: the one with which it came, and the one of the last save that went into it. Whoever
-- edits a version that is not the latest is told what changed since, and both edits can be merged. Null for what an older
-- release saved: of that nothing is known.
alter table revision add column since_version integer, add column version integer;

-- Which version of the thing an act left, where it counts them.
alter table change add column version integer;
