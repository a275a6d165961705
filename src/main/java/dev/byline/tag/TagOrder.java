package dev.byline.tag;

import dev.byline.cache.Invalidator;
import dev.byline.list.SortKeys;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which tags are sorted.
@Singleton
class TagOrder extends SortKeys {
    TagOrder(Reads reads, Writes writes, Invalidator forgetting) {
        super("tag", "name", "tags", reads, writes, forgetting);
    }
}
