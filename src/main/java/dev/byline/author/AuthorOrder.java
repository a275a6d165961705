package dev.byline.author;

import dev.byline.query.Forgetting;
import dev.byline.query.Reads;
import dev.byline.query.SortKeys;
import dev.byline.query.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which authors are sorted.
@Singleton
class AuthorOrder extends SortKeys {
    AuthorOrder(Reads reads, Writes writes, Forgetting forgetting) {
        super("author", "name", "authors", reads, writes, forgetting);
    }
}
