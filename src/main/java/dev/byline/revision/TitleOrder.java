package dev.byline.revision;

import dev.byline.cache.Invalidator;
import dev.byline.list.SortKeys;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which articles are sorted.
@Singleton
class TitleOrder extends SortKeys {
    TitleOrder(Reads reads, Writes writes, Invalidator forgetting) {
        super("revision", "title", "articles", reads, writes, forgetting);
    }
}
