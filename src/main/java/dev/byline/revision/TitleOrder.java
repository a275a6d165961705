package dev.byline.revision;

import dev.byline.cache.Invalidator;
import dev.byline.list.SortKeys;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;

/// Keeps the keys by which stories are sorted.
@Singleton
class TitleOrder extends SortKeys {
    private final StoryLists lists;

    TitleOrder(Reads reads, Writes writes, Invalidator forgetting, StoryLists lists) {
        super("revision", "title", "articles", reads, writes, forgetting);
        this.lists = lists;
    }

    @Override
    public void announce() {
        lists.forget();
    }
}
