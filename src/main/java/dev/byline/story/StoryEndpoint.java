package dev.byline.story;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.NOT_IN_TRASH;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.http.Addresses;
import dev.byline.http.Flag;
import dev.byline.http.IfMatch;
import dev.byline.http.Instants;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.identity.Permissions;
import dev.byline.revision.Plan;
import dev.byline.revision.StoryKind;
import dev.byline.sql.DatabaseClock;
import io.quarkus.security.identity.SecurityIdentity;
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
    private final EditConditions conditions;
    private final Answers answers;
    private final DatabaseClock clock;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    StoryEndpoint(
            StoryEntities entities,
            HeldStories stories,
            Editing editing,
            EditConditions conditions,
            Answers answers,
            DatabaseClock clock,
            Idempotency idempotency,
            SecurityIdentity identity) {
        this.entities = entities;
        this.stories = stories;
        this.editing = editing;
        this.conditions = conditions;
        this.answers = answers;
        this.clock = clock;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    public RestResponse<byte[]> timeline(StoryKind kind, String reference) {
        var found = entities.visible(kind, reference);
        return answers.one(
                PublicationView.of(found, entities.timeline(found), clock.now(), null),
                found.version);
    }

    public RestResponse<byte[]> publish(
            StoryKind kind, String reference, Plan plan, String ifMatch) {
        var held = hold(kind, reference, ifMatch);
        editing.publish(held, plan);
        stories.settle(held);
        return answers.changed(
                PublicationView.of(
                        held.story, held.revisions(), held.now(), held.origin.published()),
                held.story.version);
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

    /// @param purge `true` removes for good what is in the trash
    public RestResponse<Void> trash(
            StoryKind kind, String reference, String purge, String ifMatch) {
        if (Flag.of("purge", purge)) {
            return purge(kind, reference, ifMatch);
        }
        var held = hold(kind, reference, ifMatch);
        editing.trash(held);
        stories.settle(held);
        return RestResponse.noContent();
    }

    /// Removes for good what is in the trash, with its history and what stands on it.
    private RestResponse<Void> purge(StoryKind kind, String reference, String ifMatch) {
        var caller = Caller.of(identity);
        if (!caller.may(Permission.TRASH_PURGE)) {
            throw FORBIDDEN.because(
                    "purge=true is for those who may " + Permissions.TRASH_PURGE + ".");
        }
        var held = hold(kind, reference, ifMatch);
        if (!held.isInTrash()) {
            throw NOT_IN_TRASH.because("Put the %s into the trash first.".formatted(kind));
        }
        stories.purge(held);
        idempotency.withdraw(Addresses.of(kind.plural(), held.story.id));
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
        conditions.check(IfMatch.required(ifMatch), held);
        return held;
    }
}
