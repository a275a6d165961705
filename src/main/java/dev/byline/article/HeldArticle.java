package dev.byline.article;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.reading.ArticleKeys;
import dev.byline.revision.Article;
import dev.byline.revision.ArticleAct;
import dev.byline.revision.Content;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.revision.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An article as a command holds it: locked, with the revisions of its timeline, the newest and
/// the instant of the command. Its methods change it in memory alone. From what it was and what it
/// is come the changes that are logged, what readers' caches must forget, and with
/// [HeldArticles#settle] the rows: nothing is written of which the log says nothing.
final class HeldArticle {
    final Article article;
    final Instant now;

    private final List<Revision> revisions;
    private final State before;
    private List<String> addedSlugs = List.of();
    private Revision added;
    private boolean isSaved;
    private boolean isWithdrawn;

    HeldArticle(Article article, List<Revision> revisions, Instant now) {
        this.article = article;
        this.revisions = new ArrayList<>(revisions);
        this.now = now;
        this.before = State.of(article, revisions);
    }

    /// One that is not there yet, and has nothing to say before the first [#save].
    static HeldArticle created(UUID id, String slug, boolean commentsOpen, Instant now) {
        return new HeldArticle(new Article(id, slug, commentsOpen, now), List.of(), now);
    }

    /// What of it commands change, besides the texts.
    private record State(
            int newest,
            String slug,
            boolean commentsOpen,
            Instant trashedAt,
            Instant publishedAt,
            List<PublicState.Span> spans,
            List<Ends> ends) {
        static State of(Article article, List<Revision> revisions) {
            return new State(
                    article.newestRevision,
                    article.slug,
                    article.commentsOpen,
                    article.trashedAt,
                    article.publishedAt,
                    PublicState.Span.of(revisions),
                    revisions.stream().map(Ends::of).toList());
        }

        private PublicState timeline(Instant now) {
            return PublicState.of(spans, publishedAt, now);
        }

        private PublicState shown(Instant now) {
            return trashedAt == null ? timeline(now) : PublicState.NOTHING;
        }
    }

    /// When a revision begins, ends, and would end by itself.
    private record Ends(Instant from, Instant until, Instant agreed) {
        static Ends of(Revision revision) {
            return new Ends(revision.liveFrom, revision.liveUntil, revision.agreedUntil());
        }
    }

    boolean isNew() {
        return before.newest == 0;
    }

    boolean isInTrash() {
        return article.trashedAt != null;
    }

    Revision newest() {
        return revisions.getLast();
    }

    List<Revision> revisions() {
        return revisions;
    }

    /// Saves this content in a new revision, unless the newest says the same, and with the same
    /// note or without need of one.
    void save(Content content, Save save) {
        if (isNew() || !newest().content().equals(content) || save.isNoted(newest().note)) {
            add(content, save);
            isSaved = true;
        }
    }

    private void add(Content content, Save save) {
        article.newestRevision += 1;
        added = new Revision(article, article.newestRevision, content, save);
        revisions.add(added);
    }

    /// @param slug null keeps the one it has
    void rename(String slug) {
        if (slug != null) {
            article.slug = slug;
        }
    }

    void openComments(boolean open) {
        article.commentsOpen = open;
    }

    /// @param slugs those that it did not have before
    void addFormerSlugs(List<String> slugs) {
        addedSlugs = slugs;
    }

    void trash() {
        article.trashedAt = article.trashedAt == null ? now : article.trashedAt;
    }

    void takeOutOfTrash() {
        article.trashedAt = null;
    }

    /// Publishes the newest revision. A revision has one live range: what was withdrawn comes back
    /// as a new revision that says the same.
    ///
    /// @param by whose revision that is
    void publish(Plan plan, UUID by) {
        article.mustNotBeInTrash();
        var ended = newest();
        if (ended.hasEnded(now)) {
            if (ended.hasRange(plan)) {
                return;
            }
            add(ended.content(), new Save(by, now, ended.note));
        }
        timeline().publish(newest(), plan);
        article.publishedAt = timeline().publishedAt();
    }

    /// @param at null for now
    void withdraw(Instant at) {
        article.mustNotBeInTrash();
        timeline().withdraw(at == null ? now : at);
        article.publishedAt = timeline().publishedAt();
        isWithdrawn = true;
    }

    private Timeline timeline() {
        return new Timeline(revisions, now);
    }

    /// What the log says of it.
    List<Change> changes() {
        var after = State.of(article, revisions);
        var changes = new ArrayList<Change>();
        if (isNew()) {
            changes.add(changed(ArticleAct.CREATED, null, after.newest));
        } else {
            if (isRenamed()) {
                changes.add(changed(ArticleAct.RENAMED));
            }
            if (!addedSlugs.isEmpty()) {
                changes.add(changed(ArticleAct.FORMER_SLUGS_ADDED));
            }
            if (after.commentsOpen != before.commentsOpen) {
                changes.add(
                        changed(
                                after.commentsOpen
                                        ? ArticleAct.COMMENTS_OPENED
                                        : ArticleAct.COMMENTS_CLOSED));
            }
            if (isSaved) {
                changes.add(changed(ArticleAct.REVISED, before.newest, after.newest));
            }
        }
        if (!after.spans.equals(before.spans)) {
            changes.add(
                    changed(
                            isWithdrawn ? ArticleAct.WITHDRAWN : ArticleAct.PUBLISHED,
                            number(before.timeline(now)),
                            number(after.timeline(now))));
        }
        if ((after.trashedAt == null) != (before.trashedAt == null)) {
            changes.add(
                    changed(after.trashedAt == null ? ArticleAct.RESTORED : ArticleAct.TRASHED));
        }
        return changes;
    }

    private Change changed(ArticleAct act) {
        return changed(act, null, null);
    }

    private Change changed(ArticleAct act, Integer before, Integer after) {
        return Change.of(act, article.id, before, after);
    }

    private static Integer number(PublicState state) {
        return state.shown() == null ? null : state.shown().number();
    }

    /// What of that which readers were given holds no more.
    Invalidation outdated() {
        var seen = before.shown(now);
        var shown = State.of(article, revisions).shown(now);
        var outdated = seen.outdatedBy(shown, article.id);
        var isOtherwise =
                isRenamed() || !addedSlugs.isEmpty() || article.commentsOpen != before.commentsOpen;
        return isOtherwise && seen.shown() != null && shown.shown() != null
                ? outdated.and(
                        Invalidation.of(
                                ArticleKeys.of(article.id),
                                ArticleKeys.LISTS,
                                "under:" + article.id))
                : outdated;
    }

    boolean isRenamed() {
        return !article.slug.equals(before.slug);
    }

    /// The slug that it had, where it has another now.
    Optional<String> retiredSlug() {
        return isRenamed() ? Optional.of(before.slug) : Optional.empty();
    }

    List<String> addedSlugs() {
        return addedSlugs;
    }

    /// The revision that this command made.
    Optional<Revision> added() {
        return Optional.ofNullable(added);
    }

    /// The revision that this command saved.
    Optional<Revision> saved() {
        return isSaved ? added() : Optional.empty();
    }

    /// The revisions that were there and begin or end otherwise than they did.
    Stream<Revision> moved() {
        return IntStream.range(0, before.ends.size())
                .filter(place -> !Ends.of(revisions.get(place)).equals(before.ends.get(place)))
                .mapToObj(revisions::get);
    }

    /// Whether it was there already and has a place on the timeline for the first time.
    boolean isFirstPlaced(Revision moved) {
        return moved.liveFrom != null && before.ends.get(revisions.indexOf(moved)).from == null;
    }
}
