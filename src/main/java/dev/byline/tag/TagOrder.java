package dev.byline.tag;

import dev.byline.query.Forgetting;
import dev.byline.query.Reads;
import dev.byline.query.SortKeys;
import dev.byline.query.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which tags are sorted.
@Singleton
class TagOrder extends SortKeys {
    TagOrder(Reads reads, Writes writes, Forgetting forgetting) {
        super("tag", "name", "tags", reads, writes, forgetting);
    }
}
