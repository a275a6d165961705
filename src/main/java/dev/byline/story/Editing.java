package dev.byline.story;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.PRECONDITION_REQUIRED;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.edit.ContentMerge;
import dev.byline.edit.IncludedSave;
import dev.byline.edit.Said;
import dev.byline.edit.Versions;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.list.FormerSlugs;
import dev.byline.list.FreeSlug;
import dev.byline.revision.Plan;
import dev.byline.revision.ReplacedTerms;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.revision.StoryInput;
import dev.byline.revision.StoryKind;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.TermIds;
import dev.byline.sql.Batch;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What commands have to ask of the database before they change a story that is held: whom an
/// input names, and which slugs are free. It writes nothing: [HeldStories#settle] does.
@Singleton
public class Editing {
    /// Also of an address that leads to another yet: only who names it may take that. What is in
    /// the trash has none.
    private static final String TAKEN =
            """
            (%%1$s = any ('{%1$s}'::text[])
                or exists (select from article a where a.slug = %%1$s and a.trashed_at is null and %2$s)
                or exists (select from former_slug f join article a on a.id = f.article_id
                    where f.slug = %%1$s and a.trashed_at is null and %2$s))""";

    private final Writes writes;
    private final SecurityIdentity identity;
    private final ReplacedTerms replaced;
    private final StoryRights rights;
    private final List<PublishingRule> rules;
    private final List<RevisionReferences> references;
    private final Versions versions;
    private final ObjectMapper mapper;

    Editing(
            Writes writes,
            SecurityIdentity identity,
            ReplacedTerms replaced,
            StoryRights rights,
            @All List<PublishingRule> rules,
            @All List<RevisionReferences> references,
            Versions versions,
            ObjectMapper mapper) {
        this.rules = rules;
        this.references = references;
        this.versions = versions;
        this.mapper = mapper;
        this.writes = writes;
        this.identity = identity;
        this.replaced = replaced;
        this.rights = rights;
    }

    /// Asks with the other statements of a batch whom an input names.
    @FunctionalInterface
    public interface Terms {
        /// Of a kind that names nobody.
        Terms NONE = (_, _) -> () -> TermIds.NONE;

        /// @param base what the request began from; empty for a new one
        /// @return to be called when the batch was run
        Supplier<TermIds> ask(Batch batch, Optional<Revision> base);
    }

    /// What must hold of a revision before readers get it for the first time, whichever way it is
    /// published. Rooms above have such rules.
    @FunctionalInterface
    public interface PublishingRule {
        /// @param held in memory as the command has it: the revision may not be written yet
        /// @throws ProblemException where it may not be published
        void check(HeldStory held, Revision revision);
    }

    public HeldStory create(StoryKind kind, UUID id, StoryInput input, Terms terms) {
        mustNotBeReserved(kind, input);
        var batch = writes.batch();
        var slug = input.slug() == null ? freeSlug(batch, kind, input) : null;
        var named = terms.ask(batch, Optional.empty());
        var now = DatabaseClock.ask(batch);
        var asked = System.nanoTime();
        batch.run();
        if (slug != null && slug.first().isEmpty()) {
            return create(kind, id, input, terms);
        }
        var held =
                HeldStory.created(
                        kind,
                        id,
                        slug == null ? input.slug() : slug.first().orElseThrow(),
                        new Moment(now.first().orElseThrow(), asked));
        held.addFormerSlugs(FormerSlugs.others(input.formerSlugs(), held.story.slug));
        held.save(input.content(), named.get(), save(held, input.note()));
        publish(held, input);
        return held;
    }

    private static Batch.Result<String> freeSlug(Batch batch, StoryKind kind, StoryInput input) {
        return FreeSlug.ask(batch, input.title(), kind.noun(), taken(kind));
    }

    private static String taken(StoryKind kind) {
        return TAKEN.formatted(String.join(",", kind.reserved()), kind.is("a"));
    }

    /// Takes the content, and publishes it if the input says so.
    public void write(HeldStory held, StoryInput input, Terms terms) {
        held.story.mustNotBeInTrash();
        mustNotBeReserved(held.kind, input);
        if (held.origin.isAutosave() && input.publication() != null) {
            throw INVALID_PARAMETER.because(
                    "autosave=true publishes nothing: leave publication out.");
        }
        var batch = writes.batch();
        var named = terms.ask(batch, Optional.of(held.base()));
        var former = former(held, input, batch);
        batch.run();
        held.rename(input.slug());
        held.addFormerSlugs(FormerSlugs.others(former.get(), held.story.slug));
        var yours = new Said(input.content(), named.get());
        if (held.origin.isCorrecting() && input.publication() != null) {
            correct(held, input, yours);
        } else {
            var said = merged(held, yours);
            held.save(said.content(), said.terms(), save(held, input.note()));
            publish(held, input);
        }
    }

    private void correct(HeldStory held, StoryInput input, Said yours) {
        rights.mustPublish(held.kind);
        mustBeNow("from", input.publication().from());
        mustBeNow("until", input.publication().until());
        var live = Said.of(held.base());
        if (!yours.equals(live)) {
            var merged =
                    held.waiting().stream()
                            .map(
                                    one ->
                                            ContentMerge.of(live, Said.of(one), yours, mapper)
                                                    .orConflict())
                            .toList();
            var successors = held.correct(yours, merged, save(held, input.note()));
            rules.forEach(rule -> rule.check(held, held.live().orElseThrow()));
            references.forEach(reference -> reference.follow(held, successors));
        }
    }

    private static void mustBeNow(String name, Instant instant) {
        if (instant != null) {
            throw ProblemException.invalid(
                    "/publication/" + name,
                    FaultCode.NOT_NOW,
                    "must be left out with base=live: the correction is published now, and ends as what it corrects would");
        }
    }

    /// With what was saved since the revision that the command began from.
    private Said merged(HeldStory held, Said yours) {
        return held.origin.base().isPresent()
                ? ContentMerge.of(Said.of(held.base()), Said.of(held.newest()), yours, mapper)
                        .orConflict()
                : yours;
    }

    /// Those of its former slugs that it did not have yet.
    private static Supplier<List<String>> former(HeldStory held, StoryInput input, Batch batch) {
        if (input.formerSlugs().isEmpty()) {
            return List::of;
        }
        return StoryLookup.FORMER_SLUGS.askFresh(
                        batch,
                        FormerSlugs.others(input.formerSlugs(), held.story.slug),
                        held.story.id)
                ::all;
    }

    private void publish(HeldStory held, StoryInput input) {
        if (input.publication() != null) {
            inPublication(() -> publish(held, input.publication()));
        }
    }

    /// What is wrong with a plan is told at its place in the story's body.
    private static void inPublication(Runnable publishing) {
        try {
            publishing.run();
        } catch (ProblemException fault) {
            throw fault.under("/publication");
        }
    }

    void publish(HeldStory held, Plan plan) {
        rights.mustPublish(held.kind);
        if (held.hasUnfinished()) {
            held.origin.publish(unfinished(held));
        }
        publish(held, held.newest(), plan);
    }

    /// The saves that go out with the newest revision. Who says nothing of the version that they
    /// know may publish their own alone.
    private List<IncludedSave> unfinished(HeldStory held) {
        var saves = versions.saves(held.story.id, held.lastShown(), held.newestBefore());
        if (held.origin.isUnconditional()) {
            saves.stream().filter(this::isAnothers).findFirst().ifPresent(Editing::refuse);
        }
        return saves;
    }

    private boolean isAnothers(IncludedSave save) {
        return save.savedBy() == null || !save.savedBy().id().equals(caller().accountId());
    }

    private static void refuse(IncludedSave save) {
        throw PRECONDITION_REQUIRED.because(
                "This would also publish revision %d, which %s left unfinished: send If-Match with the ETag that you read, or correct what readers get with base=live."
                        .formatted(
                                save.revision(),
                                save.savedBy() == null ? "somebody" : save.savedBy().name()));
    }

    /// One of its revisions, whose content was loaded.
    ///
    /// @return the number of the one that has its place on the timeline now: of what had one
    /// before, a new revision that says the same
    public int publish(HeldStory held, int number, Plan plan) {
        return publish(held, held.revision(number).orElseThrow(), plan).number;
    }

    private Revision publish(HeldStory held, Revision revision, Plan plan) {
        if (!held.hasBegun(revision)) {
            rules.forEach(rule -> rule.check(held, revision));
        }
        return held.publish(revision, plan, caller());
    }

    private static void mustNotBeReserved(StoryKind kind, StoryInput input) {
        mustNotBeReserved(kind, "/slug", input.slug());
        for (var n = 0; n < input.formerSlugs().size(); n++) {
            mustNotBeReserved(kind, "/formerSlugs/" + n, input.formerSlugs().get(n));
        }
    }

    private static void mustNotBeReserved(StoryKind kind, String pointer, String slug) {
        if (slug != null && kind.reserved().contains(slug)) {
            throw ProblemException.invalid(
                    pointer, FaultCode.RESERVED, "is an address of the API itself");
        }
    }

    /// A new revision with the content of an old one: history only grows.
    void restore(HeldStory held, Revision old, String note) {
        held.story.mustNotBeInTrash();
        held.save(old.content, present(old.terms(), held.newest()), save(held, note));
    }

    /// What the newest has is there; of others some may be replaced since.
    private TermIds present(TermIds terms, Revision newest) {
        return newest.authors.containsAll(terms.authors()) && newest.tags.containsAll(terms.tags())
                ? terms
                : replaced.present(terms);
    }

    /// Once there, nothing happens.
    public void trash(HeldStory held) {
        held.trash(caller().accountId());
    }

    /// Back to readers, where its timeline says so. Its slug may be another's by now: then it takes
    /// one like it.
    void takeOutOfTrash(HeldStory held) {
        var slug = held.story.slug;
        if (isBorne(held.kind, slug)) {
            held.rename(FreeSlug.near(writes, slug, held.kind.noun(), taken(held.kind)));
        }
        held.takeOutOfTrash();
    }

    /// Whoever else comes back with this slug at the same moment is waited for.
    private boolean isBorne(StoryKind kind, String slug) {
        var batch = writes.batch();
        batch.add(FreeSlug.lock(slug, kind.noun()));
        var borne =
                batch.ask(
                        Sql.of(
                                "select 1 from article a where a.slug = ? and a.trashed_at is null and "
                                        + kind.is("a"),
                                slug),
                        _ -> true);
        batch.run();
        return borne.first().isPresent();
    }

    private Save save(HeldStory held, String note) {
        return Save.of(caller(), held.now(), note);
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}
