-- Since when a revision takes in the autosaves of whoever began it; null for what was saved on purpose, had a place on the timeline,
-- or is named by something else: that stays as it is for ever.
alter table revision add column autosave_since timestamptz;
