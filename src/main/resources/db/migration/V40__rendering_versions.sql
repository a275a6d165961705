-- Bodies that were rendered by the rules of a release before are rendered anew while servers serve (article/Rerendering): they
-- are found by their version. Building this takes a second for a million revisions, for which writers wait and readers do not.
create index revision_rendering_version on revision (rendering_version, id);
