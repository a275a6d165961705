package dev.byline.author;

import dev.byline.cache.Invalidator;
import dev.byline.list.SortKeys;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which authors are sorted.
@Singleton
class AuthorOrder extends SortKeys {
    AuthorOrder(Reads reads, Writes writes, Invalidator forgetting) {
        super("author", "name", "authors", reads, writes, forgetting);
    }
}
