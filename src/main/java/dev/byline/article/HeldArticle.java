package dev.byline.article;

import dev.byline.revision.Article;
import dev.byline.revision.Content;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.revision.TermIds;
import dev.byline.revision.Timeline;
import dev.byline.sql.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An article as a command holds it: locked, with the revisions of its timeline, the newest and
/// the instant of the command. Its methods change it in memory alone; [HeldArticles#settle] writes
/// the [ArticleDifference].
final class HeldArticle {
    final Article article;
    final Moment moment;

    private final List<Revision> revisions;
    private final ArticleState before;
    private List<String> addedSlugs = List.of();
    private Revision added;
    private boolean isSaved;
    private boolean isWithdrawn;

    HeldArticle(Article article, List<Revision> revisions, Moment moment) {
        this.article = article;
        this.revisions = new ArrayList<>(revisions);
        this.moment = moment;
        this.before = ArticleState.of(article, revisions);
    }

    /// One that is not there yet, and has nothing to say before the first [#save].
    static HeldArticle created(UUID id, String slug, boolean commentsOpen, Moment moment) {
        return new HeldArticle(
                new Article(id, slug, commentsOpen, moment.now()), List.of(), moment);
    }

    boolean isNew() {
        return before.newest() == 0;
    }

    boolean isInTrash() {
        return article.trashedAt != null;
    }

    Instant now() {
        return moment.now();
    }

    Revision newest() {
        return revisions.getLast();
    }

    List<Revision> revisions() {
        return revisions;
    }

    /// Saves this content in a new revision, unless the newest says the same, and with the same
    /// note or without need of one.
    void save(Content content, TermIds terms, Save save) {
        if (isNew() || !newest().says(content, terms) || save.isNoted(newest().note)) {
            add(content, terms, save);
            isSaved = true;
        }
    }

    private void add(Content content, TermIds terms, Save save) {
        article.newestRevision += 1;
        added = new Revision(article, article.newestRevision, content, terms, save);
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
        article.trashedAt = article.trashedAt == null ? now() : article.trashedAt;
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
        if (ended.hasEnded(now())) {
            if (ended.hasRange(plan)) {
                return;
            }
            add(ended.content, ended.terms(), new Save(by, now(), ended.note));
        }
        timeline().publish(newest(), plan);
        article.publishedAt = timeline().publishedAt();
    }

    /// @param at null for now
    void withdraw(Instant at) {
        article.mustNotBeInTrash();
        timeline().withdraw(at == null ? now() : at);
        article.publishedAt = timeline().publishedAt();
        isWithdrawn = true;
    }

    private Timeline timeline() {
        return new Timeline(revisions, now());
    }

    boolean isRenamed() {
        return !article.slug.equals(before.slug());
    }

    boolean isWithdrawn() {
        return isWithdrawn;
    }

    /// What was done to it since it is held.
    ArticleDifference difference() {
        return new ArticleDifference(this, before, ArticleState.of(article, revisions));
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
}
