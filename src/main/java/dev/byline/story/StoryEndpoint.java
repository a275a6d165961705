package dev.byline.story;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.answer.Answers;
import dev.byline.http.IfMatch;
import dev.byline.http.Instants;
import dev.byline.revision.Plan;
import dev.byline.revision.StoryKind;
import dev.byline.sql.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/// What the endpoints of every kind of stories answer that show nothing of what one says: its
/// timeline and its trash. Those that write do it in the transaction that the endpoint began.
@Singleton
public class StoryEndpoint {
    private final StoryEntities entities;
    private final HeldStories stories;
    private final Editing editing;
    private final Answers answers;
    private final DatabaseClock clock;

    StoryEndpoint(
            StoryEntities entities,
            HeldStories stories,
            Editing editing,
            Answers answers,
            DatabaseClock clock) {
        this.entities = entities;
        this.stories = stories;
        this.editing = editing;
        this.answers = answers;
        this.clock = clock;
    }

    public RestResponse<byte[]> timeline(StoryKind kind, String reference) {
        var found = entities.visible(kind, reference);
        return answers.one(
                PublicationView.of(found, entities.timeline(found), clock.now()), found.version);
    }

    public RestResponse<byte[]> publish(
            StoryKind kind, String reference, Plan plan, String ifMatch) {
        var held = hold(kind, reference, ifMatch);
        editing.publish(held, plan);
        stories.settle(held);
        return answers.changed(
                PublicationView.of(held.story, held.revisions(), held.now()), held.story.version);
    }

    /// @param at an instant of RFC 3339, or null for now
    public RestResponse<Void> withdraw(
            StoryKind kind, String reference, String at, String ifMatch) {
        var held = hold(kind, reference, ifMatch);
        held.withdraw(at == null ? null : instant(at));
        stories.settle(held);
        return RestResponse.noContent();
    }

    private static Instant instant(String at) {
        return Instants.parse(at)
                .orElseThrow(() -> INVALID_PARAMETER.because(Instants.fault("at", at)));
    }

    public RestResponse<Void> trash(StoryKind kind, String reference, String ifMatch) {
        var held = hold(kind, reference, ifMatch);
        held.trash();
        stories.settle(held);
        return RestResponse.noContent();
    }

    /// @param whole writes what was changed and answers with all of it, where the slug is another
    public RestResponse<?> takeOutOfTrash(
            StoryKind kind,
            String reference,
            String ifMatch,
            Function<HeldStory, RestResponse<?>> whole) {
        var held = hold(kind, reference, ifMatch);
        if (held.isInTrash()) {
            editing.takeOutOfTrash(held);
        }
        if (held.isRenamed()) {
            return whole.apply(held);
        }
        stories.settle(held);
        return RestResponse.noContent();
    }

    private HeldStory hold(StoryKind kind, String reference, String ifMatch) {
        var held = stories.hold(kind, reference);
        IfMatch.required(ifMatch).check(held.story.version);
        return held;
    }
}
