package dev.byline.article;

import dev.byline.author.Author;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.query.DatabaseClock;
import dev.byline.query.FreeSlug;
import dev.byline.query.Ids;
import dev.byline.security.Caller;
import dev.byline.tag.Tag;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// What several endpoints do to an article, each time under the lock of its row: save content,
/// publish, withdraw.
@Singleton
class Editing {
    private final Articles articles;
    private final Session session;
    private final ChangeLog changes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    Editing(
            Articles articles,
            Session session,
            ChangeLog changes,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.articles = articles;
        this.session = session;
        this.changes = changes;
        this.clock = clock;
        this.identity = identity;
    }

    Article create(UUID id, ArticleInput input) {
        mustNotBeReserved(input.slug());
        var slug =
                input.slug() != null
                        ? input.slug()
                        : FreeSlug.of(session, input.title(), "article", articles::isTaken);
        var now = clock.now();
        var article = new Article(id, slug, input.commentsOpen(), now);
        var first = article.revise(null, content(input), save(input, now)).orElseThrow();
        session.persist(article);
        session.persist(first);
        remember(article, input.formerSlugs(), now);
        session.flush();
        changes.record(Change.of("article.created", id, null, first.number));
        if (input.publication() != null) {
            publish(article, input.publication());
        }
        return article;
    }

    /// Saves the content, and publishes it if the input says so. The same content makes no new
    /// revision.
    void write(Article article, Revision newest, ArticleInput input) {
        article.mustNotBeInTrash();
        mustNotBeReserved(input.slug());
        var now = clock.now();
        article.rename(input.slug(), now)
                .ifPresent(
                        former -> {
                            session.merge(former);
                            changes.record(Change.of("article.renamed", article.id));
                        });
        remember(article, input.formerSlugs(), now);
        article.openComments(input.commentsOpen(), now);
        article.revise(newest, content(input), save(input, now))
                .ifPresent(revision -> keep(article, newest, revision));
        session.flush();
        if (input.publication() != null) {
            publish(article, input.publication());
        }
    }

    private static void mustNotBeReserved(String slug) {
        if (Articles.ADDRESS.equals(slug)) {
            throw ProblemException.invalid("/slug", "reserved", "is an address of the API itself");
        }
    }

    /// A new revision with the content of an old one: history only grows.
    void restore(Article article, Revision newest, Revision old, String note) {
        article.mustNotBeInTrash();
        article.revise(newest, old.content(), new Save(by(), clock.now(), note))
                .ifPresent(revision -> keep(article, newest, revision));
    }

    private void keep(Article article, Revision newest, Revision revision) {
        session.persist(revision);
        changes.record(Change.of("article.revised", article.id, newest.number, revision.number));
    }

    void publish(Article article, Plan plan) {
        article.mustNotBeInTrash();
        var now = clock.now();
        var revisions = new ArrayList<>(articles.timeline(article));
        var newest = revisions.getLast();
        var before = live(revisions, now);
        if (newest.hasEnded(now) && newest.hasRange(plan)) {
            return;
        }
        if (newest.hasEnded(now)) {
            newest = again(article, newest, now);
            revisions.add(newest);
        }
        var spans = spans(revisions);
        var timeline = new Timeline(revisions, now);
        timeline.publish(newest, plan);
        settle(article, timeline, spans, "article.published", before);
    }

    void withdraw(Article article, Instant at) {
        article.mustNotBeInTrash();
        var now = clock.now();
        var revisions = articles.timeline(article);
        var before = live(revisions, now);
        var spans = spans(revisions);
        var timeline = new Timeline(revisions, now);
        timeline.withdraw(at == null ? now : at);
        settle(article, timeline, spans, "article.withdrawn", before);
    }

    /// A revision has one live range. What was withdrawn comes back as a new revision that says
    /// the same.
    private Revision again(Article article, Revision ended, Instant now) {
        article.newestRevision += 1;
        var revision =
                new Revision(
                        article,
                        article.newestRevision,
                        ended.content(),
                        new Save(by(), now, ended.note));
        session.persist(revision);
        return revision;
    }

    private void settle(
            Article article, Timeline timeline, List<Span> before, String act, Integer liveBefore) {
        if (!spans(timeline.revisions()).equals(before)) {
            article.publishedSince(timeline.publishedAt(), timeline.now());
            changes.record(
                    Change.of(
                            act,
                            article.id,
                            liveBefore,
                            live(timeline.revisions(), timeline.now())));
        }
        session.flush();
    }

    private record Span(int number, Instant from, Instant until) {}

    private static List<Span> spans(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> new Span(revision.number, revision.liveFrom, revision.liveUntil))
                .toList();
    }

    private static Integer live(List<Revision> revisions, Instant now) {
        return revisions.stream()
                .filter(revision -> revision.isLive(now))
                .map(revision -> revision.number)
                .findFirst()
                .orElse(null);
    }

    private Save save(ArticleInput input, Instant now) {
        return new Save(by(), now, input.note());
    }

    private UUID by() {
        return Caller.of(identity).accountId();
    }

    /// A slug that the article bears again is former no more.
    private void remember(Article article, List<String> formerSlugs, Instant now) {
        formerSlugs.stream()
                .distinct()
                .filter(slug -> !slug.equals(article.slug) && !articles.wasBorne(slug, article))
                .forEach(slug -> session.persist(new FormerSlug(slug, article.id, now)));
    }

    private Content content(ArticleInput input) {
        var faults = new ArrayList<Fault>();
        var authors = resolve("authors", input.authors(), Author.class, "author", faults);
        var tags = resolve("tags", input.tags(), Tag.class, "tag", faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return Content.of(input, authors, tags);
    }

    private <T> List<T> resolve(
            String list, List<String> references, Class<T> type, String noun, List<Fault> faults) {
        var found = new ArrayList<T>();
        var seen = new HashSet<T>();
        for (var index = 0; index < references.size(); index++) {
            var pointer = "/" + list + "/" + index;
            var one = find(type, references.get(index));
            if (one == null) {
                faults.add(
                        new Fault(
                                pointer,
                                "unknown-" + noun,
                                "is no " + noun + " of this id or slug"));
            } else if (!seen.add(one)) {
                faults.add(new Fault(pointer, "twice", "stands in the list before"));
            } else {
                found.add(one);
            }
        }
        return found;
    }

    private <T> T find(Class<T> type, String reference) {
        return Ids.parse(reference)
                .map(id -> session.find(type, id))
                .orElseGet(
                        () ->
                                session.createSelectionQuery(
                                                "from "
                                                        + type.getSimpleName()
                                                        + " x where x.slug = :slug",
                                                type)
                                        .setParameter("slug", reference)
                                        .getResultStream()
                                        .findFirst()
                                        .orElse(null));
    }
}
