package dev.byline.article;

import dev.byline.query.Forgetting;
import dev.byline.query.Reads;
import dev.byline.query.SortKeys;
import dev.byline.query.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which articles are sorted.
@Singleton
class TitleOrder extends SortKeys {
    TitleOrder(Reads reads, Writes writes, Forgetting forgetting) {
        super("revision", "title", "articles", reads, writes, forgetting);
    }
}
