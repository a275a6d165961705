package dev.byline.story;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.body.BodyWarning;
import dev.byline.filter.Filter;
import dev.byline.http.Addresses;
import dev.byline.http.FaultCode;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Representation;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.SortKey;
import dev.byline.property.Selection;
import dev.byline.revision.Revision;
import dev.byline.revision.StoryKind;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/// What the endpoints of every kind of stories answer about the history of one, for editors. Those
/// that write do it in the transaction that the endpoint began.
@Singleton
public class RevisionEndpoint {
    private static final List<SortKey> SORT_KEYS = RevisionHistory.Item.PROPERTIES.sortKeys();
    private static final Selection<RevisionHistory.Item> ITEMS =
            RevisionHistory.Item.PROPERTIES.select(Audience.NEWSROOM.andEveryone());

    private final StoryLookup lookup;
    private final StoryEntities entities;
    private final HeldStories stories;
    private final Editing editing;
    private final EditConditions conditions;
    private final Answers answers;
    private final Idempotency idempotency;
    private final Reads reads;
    private final SecurityIdentity identity;

    RevisionEndpoint(
            StoryLookup lookup,
            StoryEntities entities,
            HeldStories stories,
            Editing editing,
            EditConditions conditions,
            Answers answers,
            Idempotency idempotency,
            Reads reads,
            SecurityIdentity identity) {
        this.lookup = lookup;
        this.entities = entities;
        this.stories = stories;
        this.editing = editing;
        this.conditions = conditions;
        this.answers = answers;
        this.idempotency = idempotency;
        this.reads = reads;
        this.identity = identity;
    }

    /// What a kind shows of a revision.
    @FunctionalInterface
    public interface Shown {
        /// @param warnings null but in the answer to a write
        Object of(Revision revision, List<BodyWarning> warnings);
    }

    public RestResponse<byte[]> list(
            StoryKind kind, String reference, String filter, Paging paging, String sort) {
        var found = lookup.visibleId(Viewpoint.editor(kind), reference);
        var order = Order.of(sort, "-number", SORT_KEYS, "r.id");
        var list = Listing.of(ITEMS.sql(), Sql.of("revision r")).and("r.article_id = ?", found);
        if (filter != null) {
            list.and(Filter.of(filter, RevisionFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(list.page(reads, order, paging, ITEMS.row(reads)));
    }

    public RestResponse<byte[]> read(StoryKind kind, String reference, String number, Shown shown) {
        var found = entities.visible(kind, reference);
        var revision =
                entities.revision(
                                found.id,
                                number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0)
                        .orElseThrow(() -> notFound(kind));
        return answers.one(shown.of(revision, null), found.version);
    }

    /// 201 with the new revision, or 200 with the newest, which said the same before.
    ///
    /// @param key of idempotency, or null
    public RestResponse<byte[]> restore(
            StoryKind kind,
            String reference,
            RevisionHistory.Restoring input,
            String ifMatch,
            String key,
            Shown shown) {
        return idempotency.once(
                key,
                "POST /%s/%s/revisions".formatted(kind.plural(), reference),
                input,
                () -> restored(kind, reference, input, ifMatch, shown));
    }

    private RestResponse<byte[]> restored(
            StoryKind kind,
            String reference,
            RevisionHistory.Restoring input,
            String ifMatch,
            Shown shown) {
        var held = stories.hold(kind, reference);
        conditions.check(IfMatch.optional(ifMatch), held);
        var id = held.story.id;
        var old = entities.revision(id, input.restore()).orElseThrow(() -> unknown(kind));
        var isOther = !held.newest().says(old.content, old.terms());
        editing.restore(held, old, input.note());
        stories.settle(held);
        var newest =
                held.saved().stream()
                        .findFirst()
                        .or(() -> entities.revision(id, held.newest().number))
                        .orElseThrow();
        var view =
                new Representation(
                        shown.of(newest, null), () -> shown.of(newest, newest.warnings()));
        return isOther
                ? answers.created(
                        view,
                        held.story.version,
                        Addresses.of(kind.plural(), id, "revisions", newest.number))
                : answers.changed(view, held.story.version);
    }

    private static RuntimeException unknown(StoryKind kind) {
        return ProblemException.invalid(
                "/restore", FaultCode.UNKNOWN_REVISION, "is no revision of this " + kind);
    }

    private static RuntimeException notFound(StoryKind kind) {
        return NOT_FOUND.because("The %s has no revision of this number.".formatted(kind));
    }
}
