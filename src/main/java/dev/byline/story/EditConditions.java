package dev.byline.story;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.NOT_LIVE;

import dev.byline.edit.Versions;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.revision.Revision;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/// The conditions under which a story may be changed. Whoever names an earlier version is told what
/// became of it since, or has both edits merged.
@Singleton
public class EditConditions {
    private final StaleEdits stale;
    private final Versions versions;
    private final StoryEntities entities;
    private final Autosaves autosaves;

    EditConditions(
            StaleEdits stale, Versions versions, StoryEntities entities, Autosaves autosaves) {
        this.autosaves = autosaves;
        this.entities = entities;
        this.stale = stale;
        this.versions = versions;
    }

    /// 412 unless it is at a version that the condition names.
    public void check(IfMatch condition, HeldStory held) {
        if (!condition.allows(held.story.version)) {
            throw stale.refusal(condition, held, Optional.empty());
        }
    }

    /// Likewise, of a request that changes what the story says.
    public void check(IfMatch condition, HeldStory held, Intent<?> intent) {
        if (!condition.allows(held.story.version)) {
            throw stale.refusal(condition, held, Optional.of(intent));
        }
    }

    /// Of a patch: 412, 409 and 428 as its parameters say.
    ///
    /// @return the revision that it is to be applied to
    public Revision check(PatchParameters how, String ifMatch, HeldStory held, Intent<?> intent) {
        how.check();
        if (how.isAutosave()) {
            autosaves.begin(held);
        }
        if (how.isMerging()) {
            merge(ifMatch, held, intent);
            return held.base();
        }
        check(IfMatch.optional(ifMatch), held, intent);
        if (ifMatch == null) {
            held.origin.beUnconditional();
        }
        if (how.isCorrecting()) {
            correct(held);
        }
        return held.base();
    }

    /// Has it begin from what readers get, 409 where they get nothing.
    private void correct(HeldStory held) {
        held.story.mustNotBeInTrash();
        var live =
                held.live()
                        .orElseThrow(
                                () ->
                                        NOT_LIVE.because(
                                                "Readers get nothing of the %s at this moment."
                                                        .formatted(held.kind)));
        Stream.concat(Stream.of(live), held.waiting().stream())
                .filter(one -> one.content == null)
                .forEach(
                        one ->
                                entities.revision(held.story.id, one.number)
                                        .ifPresent(one::complete));
        held.origin.correct(live, versions.saves(held.story.id, live.number, held.newest().number));
    }

    /// Has what the request makes of the version that it names merged with what was done since.
    /// 412 where nothing is known of that version; 409 where both changed what no revision keeps.
    private void merge(String ifMatch, HeldStory held, Intent<?> intent) {
        var condition = IfMatch.required(ifMatch);
        var named = condition.version();
        if (named.isEmpty()) {
            throw INVALID_PARAMETER.because(
                    "merge=true needs the ETag of the version that the edit began from in If-Match.");
        }
        if (condition.allows(held.story.version)) {
            return;
        }
        var base = stale.named(condition, held);
        if (base.isEmpty()) {
            throw stale.refusal(condition, held, Optional.of(intent));
        }
        var conflicts = stale.conflicts(condition, held, intent);
        if (!conflicts.isEmpty()) {
            throw ProblemException.conflict(conflicts);
        }
        held.origin.beginFrom(
                base.get(), versions.saves(held.story.id, base.get().number, held.newest().number));
    }
}
