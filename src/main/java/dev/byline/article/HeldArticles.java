package dev.byline.article;

import dev.byline.change.ChangeLog;
import dev.byline.list.Listing;
import dev.byline.reading.Articles;
import dev.byline.revision.ArticleRows;
import dev.byline.revision.Revision;
import dev.byline.revision.SearchIndex;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/// Loads what a command changes in one round trip, and writes what it changed in another.
@Singleton
class HeldArticles {
    private final ArticleRows rows;
    private final ChangeLog changes;
    private final Articles articles;
    private final Writes writes;

    HeldArticles(ArticleRows rows, ChangeLog changes, Articles articles, Writes writes) {
        this.rows = rows;
        this.changes = changes;
        this.articles = articles;
        this.writes = writes;
    }

    /// The article of this id or slug, locked until the transaction ends: whoever else would change
    /// it waits. A slug is that of the article outside of the trash, where there is one.
    HeldArticle hold(String reference) {
        return find(reference).orElseThrow(() -> moved(reference));
    }

    /// What says that a slug is a former one, or else that there is nothing.
    RuntimeException moved(String reference) {
        return articles.moved(reference, Viewpoint.EDITOR);
    }

    /// Likewise, where there is one.
    Optional<HeldArticle> find(String reference) {
        Listing.checkForm(reference);
        var batch = writes.batch();
        var loaded = rows.lock(batch, reference);
        batch.run();
        return loaded.all().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new HeldArticle(
                                loaded.all().getLast().article(),
                                loaded.all().stream().map(ArticleRows.Loaded::revision).toList(),
                                loaded.all().getLast().now()));
    }

    /// Writes what was changed, if anything.
    void settle(HeldArticle held) {
        var batch = writes.batch();
        settle(held, batch);
        batch.run();
    }

    /// Likewise, with the other statements of a batch.
    void settle(HeldArticle held, Batch batch) {
        var changed = held.changes();
        if (changed.isEmpty()) {
            return;
        }
        var article = held.article;
        if (held.isNew()) {
            batch.add(ArticleRows.add(article));
        } else {
            article.version += 1;
            article.changedAt = held.now;
            batch.add(ArticleRows.change(article));
        }
        held.added().ifPresent(revision -> add(revision, batch));
        held.moved().forEach(revision -> move(held, revision, batch));
        batch.add(formerSlugs(held));
        batch.add(changes.statements(changed, held.outdated()));
    }

    private void add(Revision revision, Batch batch) {
        batch.add(rows.add(revision));
        batch.add(SearchIndex.add(revision));
    }

    /// The words of what is given its place on the timeline may be meant by misspelt ones.
    private static void move(HeldArticle held, Revision revision, Batch batch) {
        batch.add(ArticleRows.move(revision));
        if (held.isFirstPlaced(revision)) {
            batch.add(SearchIndex.words(SearchIndex.Texts.of(revision)));
        }
    }

    private static Stream<Sql> formerSlugs(HeldArticle held) {
        var id = held.article.id;
        var retired =
                held
                        .retiredSlug()
                        .map(slug -> Articles.FORMER_SLUGS.retired(slug, id, held.now))
                        .stream();
        return held.addedSlugs().isEmpty()
                ? retired
                : Stream.concat(
                        retired,
                        Stream.of(Articles.FORMER_SLUGS.added(held.addedSlugs(), id, held.now)));
    }
}
