-- The next instant on the timeline: that of what goes live is found by revision_by_live_from, that of what ends by this.
create index revision_by_live_until on revision (live_until) where live_until is not null;
