package dev.byline.article;

import dev.byline.change.ChangeLog;
import dev.byline.list.Listing;
import dev.byline.reading.Articles;
import dev.byline.revision.ArticleLoader;
import dev.byline.revision.ArticleRows;
import dev.byline.revision.Revision;
import dev.byline.revision.SearchIndex;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Loads what a command changes in one round trip, and writes what it changed in another.
@Singleton
class HeldArticles {
    private final ArticleLoader loader;
    private final ArticleRows rows;
    private final ChangeLog changes;
    private final Articles articles;
    private final Writes writes;

    HeldArticles(
            ArticleLoader loader,
            ArticleRows rows,
            ChangeLog changes,
            Articles articles,
            Writes writes) {
        this.loader = loader;
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
        var loaded = loader.lock(batch, reference);
        var asked = System.nanoTime();
        batch.run();
        return loaded.all().isEmpty() ? Optional.empty() : Optional.of(held(loaded.all(), asked));
    }

    private static HeldArticle held(List<ArticleLoader.Loaded> loaded, long asked) {
        return new HeldArticle(
                loaded.getLast().article(),
                loaded.stream().map(ArticleLoader.Loaded::revision).toList(),
                new Moment(loaded.getLast().now(), asked));
    }

    /// Writes what was changed, if anything.
    void settle(HeldArticle held) {
        var batch = writes.batch();
        settle(held, batch);
        batch.run();
    }

    /// Likewise, with the other statements of a batch. What the log says nothing of is not written.
    void settle(HeldArticle held, Batch batch) {
        var difference = held.difference();
        var logged = difference.changes();
        if (logged.isEmpty()) {
            return;
        }
        batch.add(article(held));
        held.added().ifPresent(revision -> add(revision, batch));
        batch.add(difference.moved().map(ArticleRows::move));
        // the words of what is published may be meant by misspelt ones
        batch.add(difference.firstPlaced().map(SearchIndex.Texts::of).map(SearchIndex::words));
        batch.add(formerSlugs(held, difference));
        batch.add(changes.statements(logged, difference.outdated(), held.moment));
    }

    private static Sql article(HeldArticle held) {
        if (held.isNew()) {
            return ArticleRows.add(held.article);
        }
        held.article.version += 1;
        held.article.changedAt = held.now();
        return ArticleRows.change(held.article);
    }

    private void add(Revision revision, Batch batch) {
        batch.add(rows.add(revision));
        batch.add(SearchIndex.add(revision));
    }

    private static Stream<Sql> formerSlugs(HeldArticle held, ArticleDifference difference) {
        var id = held.article.id;
        var retired =
                difference
                        .retiredSlug()
                        .map(slug -> Articles.FORMER_SLUGS.retired(slug, id, held.now()))
                        .stream();
        return held.addedSlugs().isEmpty()
                ? retired
                : Stream.concat(
                        retired,
                        Stream.of(Articles.FORMER_SLUGS.added(held.addedSlugs(), id, held.now())));
    }
}
