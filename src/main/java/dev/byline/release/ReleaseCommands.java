package dev.byline.release;

import static dev.byline.http.ProblemType.NOT_FOUND;
import static dev.byline.http.ProblemType.RELEASE_OUT;
import static dev.byline.http.ProblemType.RELEASE_PLANNED;
import static dev.byline.revision.ArticleKind.ARTICLE;
import static java.util.stream.Collectors.toMap;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.revision.Place;
import dev.byline.revision.StoryLoader.Numbered;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.story.Editing;
import dev.byline.story.HeldStories;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;

/// What is done to releases, in the transaction that the endpoint began.
@Singleton
class ReleaseCommands {
    private final Session session;
    private final ReleaseItems items;
    private final NamedItems named;
    private final HeldStories stories;
    private final Editing editing;
    private final ChangeLog changes;
    private final Writes writes;
    private final DatabaseClock clock;

    ReleaseCommands(
            Session session,
            ReleaseItems items,
            NamedItems named,
            HeldStories stories,
            Editing editing,
            ChangeLog changes,
            Writes writes,
            DatabaseClock clock) {
        this.session = session;
        this.items = items;
        this.named = named;
        this.stories = stories;
        this.editing = editing;
        this.changes = changes;
        this.writes = writes;
        this.clock = clock;
    }

    /// Whoever else would change it waits. Its articles are locked first: who corrects one locks it
    /// before the releases that follow.
    Release lock(String id) {
        return Uuids.parse(id).map(this::lock).orElseThrow(ReleaseCommands::notFound);
    }

    private Release lock(UUID id) {
        items.lockArticles(id);
        return session.find(Release.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    Release read(String id) {
        return Uuids.parse(id)
                .map(uuid -> session.find(Release.class, uuid))
                .orElseThrow(ReleaseCommands::notFound);
    }

    private static RuntimeException notFound() {
        return NOT_FOUND.because("There is no release of this id.");
    }

    ReleaseInput content(Release release) {
        return ReleaseInput.of(release, items.of(release.id));
    }

    Release create(ReleaseInput input) {
        var release = new Release(clock.now());
        release.name = input.name();
        release.note = input.note();
        var added = named.of(input.items());
        release.persist();
        record(release, ReleaseAct.CREATED, items.replace(release.id, added));
        return release;
    }

    /// What is planned already is planned anew, with what it is now.
    void write(Release release, ReleaseInput input) {
        var before = items.of(release.id);
        var after = named.of(input.items());
        var isSame = isSame(before, after);
        if (isSame
                && input.name().equals(release.name)
                && Objects.equals(input.note(), release.note)) {
            return;
        }
        release.name = input.name();
        release.note = input.note();
        if (isSame) {
            record(release, ReleaseAct.CHANGED, Stream.of());
        } else if (release.at == null) {
            record(release, ReleaseAct.CHANGED, items.replace(release.id, after));
        } else {
            var held = hold(before, after);
            mustNotBeOut(release, held.now());
            held.unplan();
            held.become(after);
            held.plan(release.at);
            settle(release, held, ReleaseAct.CHANGED);
        }
    }

    private static boolean isSame(List<ReleaseItem> before, List<ReleaseItem> after) {
        return before.stream().map(ReleaseItem::unplanned).toList().equals(after);
    }

    /// @param at null for now
    void publish(Release release, Instant at) {
        var before = items.of(release.id);
        var held = hold(before, before);
        mustNotBeOut(release, held.now());
        if (at != null && !at.isAfter(held.now())) {
            throw ProblemException.invalid("/at", FaultCode.NOT_IN_FUTURE, "must be in the future");
        }
        if (release.at != null) {
            held.unplan();
        }
        release.at = at == null ? held.now() : at;
        held.plan(release.at);
        settle(release, held, at == null ? ReleaseAct.PUBLISHED : ReleaseAct.PLANNED);
    }

    private static void mustNotBeOut(Release release, Instant now) {
        if (release.isOut(now)) {
            throw RELEASE_OUT.because("The release went out at %s.".formatted(release.at));
        }
    }

    /// Takes the plan back, or what went out; where there is neither, nothing happens.
    void unpublish(Release release, boolean isForced) {
        if (release.at == null) {
            return;
        }
        var before = items.of(release.id);
        var held = hold(before, before);
        var isOut = release.isOut(held.now());
        if (isOut) {
            held.takeBack(release.at, isForced);
        } else {
            held.unplan();
        }
        release.at = null;
        settle(release, held, isOut ? ReleaseAct.TAKEN_BACK : ReleaseAct.UNPLANNED);
    }

    /// Its articles stay as they are.
    void delete(Release release) {
        if (release.isPlanned(clock.now())) {
            throw RELEASE_PLANNED.because("The release is planned for %s.".formatted(release.at));
        }
        release.delete();
        session.flush();
        changes.record(Change.of(ReleaseAct.DELETED, release.id));
    }

    private HeldRelease hold(List<ReleaseItem> before, List<ReleaseItem> after) {
        var all = Stream.concat(before.stream(), after.stream()).toList();
        var held =
                stories.holdAll(
                        ARTICLE,
                        all.stream().map(ReleaseItem::article).distinct().toList(),
                        all.stream().flatMap(ReleaseCommands::needed).distinct().toList());
        return new HeldRelease(
                before,
                held.stream().collect(toMap(one -> one.story.id, Function.identity())),
                held.isEmpty() ? clock.now() : held.getFirst().now(),
                editing);
    }

    /// Revisions whose content may be published anew.
    private static Stream<Numbered> needed(ReleaseItem item) {
        var asked = item.isWithdrawal() ? Stream.<Integer>of() : Stream.of(item.revision());
        var planned =
                item.plan() == null
                        ? Stream.<Integer>of()
                        : item.plan().before().stream().map(Place::revision);
        return Stream.concat(asked, planned).map(number -> new Numbered(item.article(), number));
    }

    private void settle(Release release, HeldRelease held, ReleaseAct act) {
        var batch = writes.batch();
        stories.settle(held.articles(), batch);
        batch.add(items.replace(release.id, held.items()));
        batch.run();
        record(release, act, Stream.of());
    }

    private void record(Release release, ReleaseAct act, Stream<Sql> work) {
        release.updatedAt = clock.now();
        session.flush();
        changes.record(Change.of(act, release.id), Invalidation.NOTHING, work.toArray(Sql[]::new));
    }
}
