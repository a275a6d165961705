package dev.byline.article;

import java.time.Instant;
import java.util.UUID;

/// Who saves a revision, when, and with what note.
record Save(UUID by, Instant at, String note) {}
