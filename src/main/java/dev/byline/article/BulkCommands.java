package dev.byline.article;

import static dev.byline.http.ProblemType.TOO_MANY;
import static dev.byline.revision.ArticleKind.ARTICLE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.http.ProblemException;
import dev.byline.input.MergePatch;
import dev.byline.reading.Narrowing;
import dev.byline.revision.ArticleInput;
import dev.byline.revision.Revision;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import dev.byline.story.EditConditions;
import dev.byline.story.Editing;
import dev.byline.story.HeldStories;
import dev.byline.story.HeldStory;
import dev.byline.story.Intent;
import dev.byline.story.PatchParameters;
import dev.byline.term.TermLookup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/// Commands on all articles that a filter finds, in the transaction that the endpoint began: all of
/// them or none.
@Singleton
class BulkCommands {
    static final int MOST = 500;

    private final HeldStories stories;
    private final Editing editing;
    private final EditConditions conditions;
    private final TermLookup terms;
    private final MergePatch mergePatch;
    private final ObjectMapper mapper;
    private final Reads reads;
    private final Writes writes;

    BulkCommands(
            HeldStories stories,
            Editing editing,
            EditConditions conditions,
            TermLookup terms,
            MergePatch mergePatch,
            ObjectMapper mapper,
            Reads reads,
            Writes writes) {
        this.stories = stories;
        this.editing = editing;
        this.conditions = conditions;
        this.terms = terms;
        this.mergePatch = mergePatch;
        this.mapper = mapper;
        this.reads = reads;
        this.writes = writes;
    }

    BulkReport edit(Narrowing which, BulkEdit edit, PatchParameters how, boolean dryRun) {
        var tags = Sets.of(edit.addTags(), edit.removeTags(), "tag", terms::inBody);
        var authors = Sets.of(edit.addAuthors(), edit.removeAuthors(), "author", terms::inBody);
        return each(which, dryRun, held -> edit(held, edit, tags, authors, how));
    }

    BulkReport trash(Narrowing which, boolean dryRun) {
        return each(which, dryRun, editing::trash);
    }

    /// Those in the body that are added and removed, by their ids.
    private record Sets(List<UUID> added, List<UUID> removed) {
        @FunctionalInterface
        interface Lookup {
            UUID id(String noun, String reference, String pointer);
        }

        static Sets of(List<String> added, List<String> removed, String noun, Lookup lookup) {
            var named = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
            return new Sets(
                    ids(added, noun, "/add" + named + "s/", lookup),
                    ids(removed, noun, "/remove" + named + "s/", lookup));
        }

        private static List<UUID> ids(
                List<String> references, String noun, String pointer, Lookup lookup) {
            var ids = new ArrayList<UUID>();
            for (var index = 0; references != null && index < references.size(); index++) {
                ids.add(lookup.id(noun, references.get(index), pointer + index));
            }
            return ids;
        }

        List<UUID> on(List<UUID> before) {
            var after = new LinkedHashSet<>(before);
            after.addAll(added);
            removed.forEach(after::remove);
            return List.copyOf(after);
        }
    }

    private BulkReport each(Narrowing which, boolean dryRun, Consumer<HeldStory> command) {
        var ids = which.ids(reads, MOST + 1);
        if (ids.size() > MOST) {
            throw TOO_MANY.because(
                    "More than %d articles are found: narrow it, or do it in parts."
                            .formatted(MOST));
        }
        var held = ids.isEmpty() ? List.<HeldStory>of() : stories.holdAll(ARTICLE, ids, List.of());
        var versions = held.stream().map(one -> one.story.version).toList();
        held.forEach(one -> about(one, () -> command.accept(one)));
        var batch = writes.batch();
        stories.settle(held, batch);
        batch.run();
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return report(held, versions, dryRun);
    }

    /// What is wrong with one of them is told with its id.
    private static void about(HeldStory held, Runnable command) {
        try {
            command.run();
        } catch (ProblemException refused) {
            throw refused.about("Article %s (%s)".formatted(held.story.id, held.story.slug));
        }
    }

    private static BulkReport report(List<HeldStory> held, List<Integer> versions, boolean dryRun) {
        var items = new ArrayList<BulkReport.Item>();
        for (var index = 0; index < held.size(); index++) {
            var one = held.get(index);
            items.add(
                    new BulkReport.Item(
                            one.story.id,
                            one.story.slug,
                            one.newest().content.title(),
                            one.story.version != versions.get(index),
                            one.newest().number));
        }
        var changed = (int) items.stream().filter(BulkReport.Item::changed).count();
        return new BulkReport(dryRun, changed, items);
    }

    private void edit(HeldStory held, BulkEdit edit, Sets tags, Sets authors, PatchParameters how) {
        var isLive = held.isLive();
        var applied = how.isCorrecting() && !isLive ? PatchParameters.NONE : how;
        var intent =
                Intent.patch(
                        patch(held.newest(), edit, tags, authors, true),
                        ArticleInput.of(held.story, held.newest()),
                        base ->
                                input(
                                        held,
                                        base,
                                        patch(
                                                base,
                                                edit,
                                                tags,
                                                authors,
                                                isLive || !how.isCorrecting())),
                        NamedTerms::of);
        var input = intent.on().apply(conditions.check(applied, null, held, intent));
        editing.write(held, input, NamedTerms.of(input));
    }

    private ArticleInput input(HeldStory held, Revision base, ObjectNode patch) {
        return mergePatch.apply(patch, ArticleInput.of(held.story, base), ArticleInput.class);
    }

    /// What a `PATCH` of the one article would say.
    private ObjectNode patch(
            Revision base, BulkEdit edit, Sets tags, Sets authors, boolean isPublished) {
        var patch = mapper.createObjectNode();
        patch.set("tags", mapper.valueToTree(tags.on(base.tags)));
        patch.set("authors", mapper.valueToTree(authors.on(base.authors)));
        if (edit.language() != null) {
            patch.put("language", edit.language());
        }
        if (edit.note() != null) {
            patch.put("note", edit.note());
        }
        if (edit.publication() != null && isPublished) {
            patch.set("publication", mapper.valueToTree(edit.publication()));
        }
        return patch;
    }
}
