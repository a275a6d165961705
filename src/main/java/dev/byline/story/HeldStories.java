package dev.byline.story;

import static dev.byline.http.ProblemType.PRECONDITION_FAILED;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.IfMatch;
import dev.byline.http.Uuids;
import dev.byline.list.Listing;
import dev.byline.revision.Revision;
import dev.byline.revision.SearchIndex;
import dev.byline.revision.StoryAct;
import dev.byline.revision.StoryKind;
import dev.byline.revision.StoryLoader;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.StoryRows;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Loads what a command changes in one round trip, and writes what it changed in another.
@Singleton
public class HeldStories {
    private final StoryLoader loader;
    private final StoryRows rows;
    private final ChangeLog changes;
    private final StoryLookup stories;
    private final Writes writes;
    private final StoryRights rights;
    private final EditConditions conditions;

    HeldStories(
            StoryLoader loader,
            StoryRows rows,
            ChangeLog changes,
            StoryLookup stories,
            Writes writes,
            StoryRights rights,
            EditConditions conditions) {
        this.loader = loader;
        this.rows = rows;
        this.changes = changes;
        this.stories = stories;
        this.writes = writes;
        this.rights = rights;
        this.conditions = conditions;
    }

    /// The one of this id or slug, locked until the transaction ends: whoever else would change
    /// it waits. A slug is that of the one outside of the trash, where there is one. The caller may
    /// change it, see [StoryRights].
    public HeldStory hold(StoryKind kind, String reference) {
        return find(kind, reference).orElseThrow(() -> moved(kind, reference));
    }

    /// Likewise, where there is one.
    private Optional<HeldStory> find(StoryKind kind, String reference) {
        Listing.checkForm(reference);
        var batch = writes.batch();
        var loaded = loader.lock(batch, kind, reference);
        var asked = System.nanoTime();
        batch.run();
        return loaded.all().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        held(kind, loaded.all(), new Moment(loaded.all().getLast().now(), asked)));
    }

    /// Those of these ids, locked in the order of their ids until the transaction ends, at one
    /// instant.
    ///
    /// @param further revisions that a command needs beside the newest and those of the timelines
    public List<HeldStory> holdAll(
            StoryKind kind, Collection<UUID> ids, Collection<StoryLoader.Numbered> further) {
        var batch = writes.batch();
        var loaded = loader.lockAll(batch, kind, ids, further);
        var asked = System.nanoTime();
        batch.run();
        var stories = new LinkedHashMap<UUID, List<StoryLoader.Loaded>>();
        loaded.all()
                .forEach(
                        one ->
                                stories.computeIfAbsent(one.story().id, _ -> new ArrayList<>())
                                        .add(one));
        var moment =
                loaded.all().stream()
                        .map(StoryLoader.Loaded::now)
                        .max(Instant::compareTo)
                        .map(now -> new Moment(now, asked));
        return stories.values().stream().map(one -> held(kind, one, moment.orElseThrow())).toList();
    }

    /// What says that a slug is a former one, or else that there is nothing.
    private RuntimeException moved(StoryKind kind, String reference) {
        return stories.moved(reference, Viewpoint.editor(kind));
    }

    private HeldStory held(StoryKind kind, List<StoryLoader.Loaded> loaded, Moment moment) {
        var held =
                new HeldStory(
                        kind,
                        loaded.getLast().story(),
                        loaded.stream().map(StoryLoader.Loaded::revision).toList(),
                        moment);
        rights.mustBeOwn(held);
        return held;
    }

    /// For a `PUT`: the one of this id or slug, for which the conditions hold; nothing where one is
    /// to be made under the id. Of a slug that nothing has it is 404: only an id can be chosen.
    public Optional<HeldStory> toReplace(
            StoryKind kind,
            String reference,
            String ifMatch,
            String ifNoneMatch,
            Function<HeldStory, Intent<?>> intent) {
        var found = find(kind, reference);
        if (found.isEmpty() && Uuids.parse(reference).isPresent()) {
            IfMatch.checkAbsent(ifMatch);
            return found;
        }
        if (found.isPresent() && ifNoneMatch != null) {
            throw PRECONDITION_FAILED.because(
                    "There is one already: %s %s.".formatted(kind, reference));
        }
        var held = found.orElseThrow(() -> moved(kind, reference));
        var condition = ifNoneMatch == null ? IfMatch.required(ifMatch) : IfMatch.optional(ifMatch);
        conditions.check(condition, held, intent.apply(held));
        return Optional.of(held);
    }

    /// Writes what was changed, if anything.
    public void settle(HeldStory held) {
        var batch = writes.batch();
        settle(held, batch);
        batch.run();
    }

    /// Likewise, with the other statements of a batch. What the log says nothing of is not written.
    public void settle(HeldStory held, Batch batch) {
        settle(List.of(held), batch);
    }

    /// Likewise of several: caches forget what all of them outdate at once.
    public void settle(Collection<HeldStory> all, Batch batch) {
        var outdated = Invalidation.NOTHING;
        var logged = new ArrayList<Change>();
        var placed = new ArrayList<Revision>();
        for (var held : all) {
            var difference = held.difference();
            var changed = difference.changes();
            if (!changed.isEmpty()) {
                rights.mustStay(difference);
                write(held, difference, batch);
                difference.firstPlaced().forEach(placed::add);
                changed.forEach(one -> logged.add(held.versioned(one)));
                outdated = outdated.and(difference.outdated());
            }
        }
        // the words of what is published may be meant by misspelt ones
        batch.add(SearchIndex.words(placed));
        if (!logged.isEmpty()) {
            batch.add(changes.statements(logged, outdated, all.iterator().next().moment));
        }
    }

    private void write(HeldStory held, StoryDifference difference, Batch batch) {
        batch.add(row(held));
        batch.add(held.removed().stream().map(StoryRows::remove));
        held.added().forEach(revision -> add(revision, batch));
        batch.add(held.kept().stream().map(StoryRows::endAutosaves));
        batch.add(difference.moved().map(StoryRows::move));
        batch.add(formerSlugs(held, difference));
        batch.add(held.further().map(HeldStory.Further::row));
    }

    /// Removes it with all that is kept of it; the log tells that it was there.
    public void purge(HeldStory held) {
        var batch = writes.batch();
        batch.add(StoryRows.remove(held.story));
        var purged = Change.of(StoryAct.PURGED.of(held.kind), held.story.id);
        batch.add(changes.statements(List.of(purged), Invalidation.NOTHING, held.moment));
        batch.run();
    }

    private static Sql row(HeldStory held) {
        if (held.isNew()) {
            return StoryRows.add(held.story);
        }
        held.story.version += 1;
        held.story.changedAt = held.now();
        return StoryRows.change(held.story);
    }

    private void add(Revision revision, Batch batch) {
        batch.add(rows.add(revision));
        batch.add(SearchIndex.add(revision));
    }

    private static Stream<Sql> formerSlugs(HeldStory held, StoryDifference difference) {
        var id = held.story.id;
        var retired =
                difference
                        .retiredSlug()
                        .map(slug -> StoryLookup.FORMER_SLUGS.retired(slug, id, held.now()))
                        .stream();
        return held.addedSlugs().isEmpty()
                ? retired
                : Stream.concat(
                        retired,
                        Stream.of(
                                StoryLookup.FORMER_SLUGS.added(held.addedSlugs(), id, held.now())));
    }
}
