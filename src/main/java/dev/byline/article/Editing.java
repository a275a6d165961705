package dev.byline.article;

import dev.byline.author.Author;
import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.reading.ArticleKeys;
import dev.byline.reading.Articles;
import dev.byline.revision.Article;
import dev.byline.revision.ArticleInput;
import dev.byline.revision.Content;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.revision.SearchIndex;
import dev.byline.revision.Timeline;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.tag.Tag;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// What several endpoints do to an article, each time under the lock of its row: save content,
/// publish, withdraw.
@Singleton
class Editing {
    private static final String ASKED =
            "unnest(%s, %s)".formatted(Sql.unseen("uuid[]"), Sql.unseen("text[]"));

    private static final String IDS_OF =
            """
            select %1$d as list, place, coalesce((select x.id from %2$s x
                where x.id = asked.id or asked.id is null and x.slug = asked.slug),
                (select f.%2$s_id from former_%2$s_slug f where asked.id is null and f.slug = asked.slug
                order by f.retired_at desc limit 1)) as id
            from %3$s with ordinality asked (id, slug, place)
            """;

    /// One after the other.
    private static final String IDS =
            IDS_OF.formatted(0, "author", ASKED)
                    + "union all "
                    + IDS_OF.formatted(1, "tag", ASKED)
                    + "order by list, place";

    private final ArticleEntities entities;
    private final Session session;
    private final Reads reads;
    private final Writes writes;
    private final ChangeLog changes;
    private final SearchIndex index;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    Editing(
            ArticleEntities entities,
            Session session,
            Reads reads,
            Writes writes,
            ChangeLog changes,
            SearchIndex index,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.entities = entities;
        this.session = session;
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.index = index;
        this.clock = clock;
        this.identity = identity;
    }

    Article create(UUID id, ArticleInput input) {
        mustNotBeReserved(input.slug());
        var slug = input.slug() != null ? input.slug() : entities.freeSlug(input.title());
        var now = clock.now();
        var article = new Article(id, slug, input.commentsOpen(), now);
        var first = article.revise(null, content(input), save(input, now)).orElseThrow();
        changes.record(Change.of("article.created", id, null, first.number));
        if (input.publication() != null) {
            publish(article, new Timeline(List.of(first), now), input.publication());
        }
        session.persist(article);
        session.persist(first);
        session.flush();
        var former = fresh(article, input.formerSlugs());
        if (!former.isEmpty()) {
            writes.run(Articles.FORMER_SLUGS.added(former, id, now));
        }
        index.add(first);
        return article;
    }

    /// Saves the content, and publishes it if the input says so. The same content makes no new
    /// revision, unless it comes with a note that the newest does not have.
    void write(Article article, Revision newest, ArticleInput input) {
        article.mustNotBeInTrash();
        mustNotBeReserved(input.slug());
        var now = clock.now();
        var slug = article.slug;
        rename(article, input.slug(), now);
        var former = fresh(article, input.formerSlugs());
        if (!former.isEmpty()) {
            article.changedAt = now;
            changes.record(
                    Change.of("article.former-slugs-added", article.id),
                    Invalidation.NOTHING,
                    Articles.FORMER_SLUGS.added(former, article.id, now));
        }
        var isSame =
                former.isEmpty()
                        && article.commentsOpen == input.commentsOpen()
                        && (input.slug() == null || input.slug().equals(slug));
        article.openComments(input.commentsOpen(), now).ifPresent(changes::record);
        article.revise(newest, content(input), save(input, now))
                .ifPresent(revision -> keep(article, newest, revision));
        session.flush();
        if (!isSame && publicState(article, now).shown() != null) {
            changes.announce(
                    Invalidation.of(
                            ArticleKeys.of(article.id), ArticleKeys.LISTS, "under:" + article.id));
        }
        if (input.publication() != null) {
            publish(article, input.publication());
        }
    }

    private static void mustNotBeReserved(String slug) {
        if (ArticleEntities.ADDRESS.equals(slug)) {
            throw ProblemException.invalid("/slug", "reserved", "is an address of the API itself");
        }
    }

    /// A new revision with the content of an old one: history only grows.
    ///
    /// @return whether the newest said something else
    boolean restore(Article article, Revision newest, Revision old, String note) {
        article.mustNotBeInTrash();
        article.revise(newest, old.content(), new Save(by(), clock.now(), note))
                .ifPresent(revision -> keep(article, newest, revision));
        return !newest.content().equals(old.content());
    }

    /// Back to readers, where its timeline says so. Its slug may be another's by now: then it takes
    /// one like it.
    ///
    /// @return whether it had to
    boolean takeOutOfTrash(Article article) {
        var now = clock.now();
        var isRenamed = rename(article, entities.slugOutOfTrash(article), now);
        var seen = publicState(article, now);
        changes.record(article.restore(now), PublicState.NOTHING.outdatedBy(seen, article.id));
        return isRenamed;
    }

    private boolean rename(Article article, String slug, Instant now) {
        var former = article.rename(slug, now);
        former.ifPresent(
                one ->
                        changes.record(
                                Change.of("article.renamed", article.id),
                                Invalidation.NOTHING,
                                Articles.FORMER_SLUGS.retired(one, article.id, now)));
        return former.isPresent();
    }

    private void keep(Article article, Revision newest, Revision revision) {
        session.persist(revision);
        session.flush();
        index.add(revision);
        changes.record(Change.of("article.revised", article.id, newest.number, revision.number));
    }

    void publish(Article article, Plan plan) {
        article.mustNotBeInTrash();
        var now = clock.now();
        var revisions = new ArrayList<>(entities.timeline(article));
        var newest = revisions.getLast();
        if (newest.hasEnded(now) && newest.hasRange(plan)) {
            return;
        }
        if (newest.hasEnded(now)) {
            revisions.add(again(article, newest, now));
        }
        var published = revisions.getLast();
        var isNew = published != newest;
        var wasLive = published.liveFrom != null;
        publish(article, new Timeline(revisions, now), plan);
        session.flush();
        if (isNew) {
            index.add(published);
        } else if (!wasLive) {
            index.publish(published);
        }
    }

    private void publish(Article article, Timeline timeline, Plan plan) {
        var before = PublicState.Span.of(timeline.revisions());
        timeline.publish(timeline.revisions().getLast(), plan);
        settle(article, timeline, before, "article.published");
    }

    void withdraw(Article article, Instant at) {
        article.mustNotBeInTrash();
        var now = clock.now();
        var revisions = entities.timeline(article);
        var before = PublicState.Span.of(revisions);
        var timeline = new Timeline(revisions, now);
        timeline.withdraw(at == null ? now : at);
        settle(article, timeline, before, "article.withdrawn");
        session.flush();
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
            Article article, Timeline timeline, List<PublicState.Span> spansBefore, String act) {
        var now = timeline.now();
        var spans = PublicState.Span.of(timeline.revisions());
        if (!spans.equals(spansBefore)) {
            var before = PublicState.of(spansBefore, article.publishedAt, now);
            article.publishedSince(timeline.publishedAt(), now);
            var after = PublicState.of(spans, article.publishedAt, now);
            changes.record(
                    Change.of(act, article.id, number(before), number(after)),
                    before.outdatedBy(after, article.id));
        }
    }

    private static Integer number(PublicState publicState) {
        return publicState.shown() == null ? null : publicState.shown().number();
    }

    /// What readers get of it, were it not in the trash.
    PublicState publicState(Article article, Instant now) {
        return PublicState.of(
                PublicState.Span.of(entities.timeline(article)), article.publishedAt, now);
    }

    private Save save(ArticleInput input, Instant now) {
        return new Save(by(), now, input.note());
    }

    private UUID by() {
        return Caller.of(identity).accountId();
    }

    private List<String> fresh(Article article, List<String> formerSlugs) {
        return Articles.FORMER_SLUGS.fresh(reads, formerSlugs, article.id, article.slug);
    }

    private Content content(ArticleInput input) {
        var faults = new ArrayList<Fault>();
        var ids = ids(input.authors(), input.tags());
        var many = input.authors().size();
        var authors = resolve("author", ids.subList(0, many), Author.class, faults);
        var tags = resolve("tag", ids.subList(many, ids.size()), Tag.class, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return Content.of(input, authors, tags);
    }

    private <T> List<T> resolve(String noun, List<UUID> ids, Class<T> type, List<Fault> faults) {
        var found = new ArrayList<T>();
        for (var index = 0; index < ids.size(); index++) {
            var pointer = "/" + noun + "s/" + index;
            var id = ids.get(index);
            if (id == null) {
                faults.add(
                        Fault.inBody(
                                pointer,
                                "unknown-" + noun,
                                "is no " + noun + " of this id or slug"));
            } else if (ids.indexOf(id) < index) {
                faults.add(Fault.inBody(pointer, "twice", "stands in the list before"));
            } else {
                found.add(session.getReference(type, id));
            }
        }
        return found;
    }

    /// The id that each of these ids and slugs stands for, null for what is not there. The authors
    /// come first.
    private List<UUID> ids(List<String> authors, List<String> tags) {
        var ids = Sql.of(IDS, parsed(authors), texts(authors), parsed(tags), texts(tags));
        return authors.isEmpty() && tags.isEmpty()
                ? List.of()
                : reads.all(ids, row -> Reads.id(row, "id"));
    }

    private static UUID[] parsed(List<String> references) {
        return references.stream().map(one -> Uuids.parse(one).orElse(null)).toArray(UUID[]::new);
    }

    private static String[] texts(List<String> references) {
        return references.toArray(String[]::new);
    }
}
