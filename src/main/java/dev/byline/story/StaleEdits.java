package dev.byline.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.edit.ContentMerge;
import dev.byline.edit.Said;
import dev.byline.edit.Versions;
import dev.byline.http.ChangedSince;
import dev.byline.http.EditConflict;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.revision.Revision;
import dev.byline.revision.StoryInput;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became of a story since the version that a request names, and what of that the request
/// changes too.
@Singleton
class StaleEdits {
    /// What is done whatever was done before.
    private static final Set<String> COMMANDS = Set.of("publication", "formerSlugs");

    private final Versions versions;
    private final StoryEntities entities;
    private final Writes writes;
    private final ObjectMapper mapper;
    private final SecurityIdentity identity;

    StaleEdits(
            Versions versions,
            StoryEntities entities,
            Writes writes,
            ObjectMapper mapper,
            SecurityIdentity identity) {
        this.versions = versions;
        this.entities = entities;
        this.writes = writes;
        this.mapper = mapper;
        this.identity = identity;
    }

    /// What the story said at the version that the condition names, as far as that is known.
    Optional<Revision> named(IfMatch condition, HeldStory held) {
        var version = condition.version();
        return version.isEmpty() || version.getAsInt() > held.story.version
                ? Optional.empty()
                : versions.revisionAt(held.story.id, version.getAsInt())
                        .flatMap(number -> entities.revision(held.story.id, number));
    }

    /// What no revision keeps and is another since.
    private Set<String> propertiesSince(IfMatch condition, HeldStory held) {
        var properties = new LinkedHashSet<String>();
        versions.since(held.kind, held.story.id, condition.version().orElseThrow())
                .forEach(done -> properties.addAll(done.properties()));
        return properties;
    }

    /// Likewise: what speaks against merging the request with what was done since, beside what a
    /// revision says.
    List<EditConflict> conflicts(IfMatch condition, HeldStory held, Intent<?> intent) {
        return conflicts(intent, held, propertiesSince(condition, held));
    }

    /// Places outside of revisions that were changed since, and that the request sets to something
    /// else.
    private <I extends StoryInput> List<EditConflict> conflicts(
            Intent<I> intent, HeldStory held, Set<String> since) {
        var present = mapper.<JsonNode>valueToTree(intent.present());
        var wanted = mapper.<JsonNode>valueToTree(intent.on().apply(held.newest()));
        var conflicts = new ArrayList<EditConflict>();
        for (var property : since) {
            var theirs = present.get(property);
            var yours = wanted.get(property);
            if (intent.named().contains(property)
                    && !COMMANDS.contains(property)
                    && !yours.equals(theirs)) {
                conflicts.add(
                        new EditConflict(
                                property,
                                null,
                                null,
                                ContentMerge.text(theirs),
                                ContentMerge.text(yours)));
            }
        }
        return conflicts;
    }

    /// 412. Whoever may not read drafts is told nothing of what became of it.
    ProblemException refusal(IfMatch condition, HeldStory held, Optional<Intent<?>> intent) {
        if (!Caller.of(identity).seesDrafts()) {
            return IfMatch.stale(held.story.version, "", null);
        }
        var done = versions.since(held.kind, held.story.id, held.story.version - 1);
        var save = versions.saves(held.story.id, held.newest().number - 1, held.newest().number);
        var last =
                done.isEmpty()
                        ? new Versions.Done(
                                List.of(), save.getFirst().savedAt(), save.getFirst().savedBy())
                        : done.getLast();
        var since = since(last, condition, held, intent);
        return IfMatch.stale(held.story.version, sentence(since), since);
    }

    private ChangedSince since(
            Versions.Done last, IfMatch condition, HeldStory held, Optional<Intent<?>> intent) {
        var by = last.by() == null ? null : new ChangedSince.By(last.by().id(), last.by().name());
        var number = held.newest().number;
        var base = named(condition, held);
        if (base.isEmpty()) {
            return new ChangedSince(by, last.at(), number, null, null, null);
        }
        var properties = propertiesSince(condition, held);
        var was = Said.of(base.get());
        var fields = new LinkedHashSet<>(was.differences(Said.of(held.newest())));
        fields.addAll(properties);
        var wanted = intent.flatMap(one -> wanted(one, held, base.get()));
        var both = new ArrayList<String>();
        wanted.ifPresent(said -> both.addAll(was.differences(said)));
        intent.ifPresent(one -> both.addAll(one.named()));
        both.retainAll(fields);
        var mergeable =
                wanted.map(
                        said ->
                                conflicts(intent.orElseThrow(), held, properties).isEmpty()
                                        && ContentMerge.of(
                                                        was, Said.of(held.newest()), said, mapper)
                                                .conflicts()
                                                .isEmpty());
        return new ChangedSince(
                by,
                last.at(),
                number,
                List.copyOf(fields),
                both.stream().distinct().toList(),
                mergeable.orElse(null));
    }

    /// What the request makes of that revision; nothing where it is wrong by itself.
    private <I extends StoryInput> Optional<Said> wanted(
            Intent<I> intent, HeldStory held, Revision base) {
        try {
            var input = intent.on().apply(base);
            var batch = writes.batch();
            var terms = intent.terms().apply(input).ask(batch, Optional.of(base));
            batch.run();
            return Optional.of(new Said(input.content(), terms.get()));
        } catch (ProblemException wrong) {
            return Optional.empty();
        }
    }

    private static String sentence(ChangedSince since) {
        var who = since.by() == null ? "Somebody" : since.by().name();
        var sentence = " %s made it so at %s.".formatted(who, since.at());
        if (since.fields() == null || since.fields().isEmpty()) {
            return sentence;
        }
        return sentence
                + " Others since: %s.".formatted(String.join(", ", since.fields()))
                + (since.both().isEmpty()
                        ? ""
                        : " This request changes %s too."
                                .formatted(String.join(", ", since.both())));
    }
}
