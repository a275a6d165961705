package dev.byline.revision;

import dev.byline.cache.Invalidator;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;

/// The lists of stories of every kind that there is.
@Singleton
public class StoryLists {
    private static final Sql KINDS = Sql.of("select distinct kind from article");

    private final Reads reads;
    private final Invalidator forgetting;

    StoryLists(Reads reads, Invalidator forgetting) {
        this.reads = reads;
        this.forgetting = forgetting;
    }

    /// Lets this server and the others forget what they answered of them.
    public void forget() {
        reads.all(KINDS, row -> row.getString("kind")).stream()
                .map(StoryKind::plural)
                .forEach(forgetting::answersOf);
    }
}
