package dev.byline.term;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.cache.Invalidation;
import dev.byline.cache.NextTransition;
import dev.byline.cache.SurrogateKeys;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.input.MergePatch;
import dev.byline.list.FreeSlug;
import dev.byline.list.Paging;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/// What the endpoints of every kind of terms answer. Those that write do it in the transaction
/// that the endpoint began.
@Singleton
public class TermEndpoint {
    /// Also of an address that leads to another yet: only who names it may take that.
    private static final String TAKEN =
            """
            (exists (select from %1$s x where x.slug = %%1$s)
                or exists (select from former_%1$s_slug f where f.slug = %%1$s))""";

    private final Terms terms;
    private final TermUsage usage;
    private final TermReplacement replacement;
    private final Session session;
    private final Reads reads;
    private final Writes writes;
    private final NextTransition nextTransition;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final ChangeLog changes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    TermEndpoint(
            Terms terms,
            TermUsage usage,
            TermReplacement replacement,
            Session session,
            Reads reads,
            Writes writes,
            NextTransition nextTransition,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            ChangeLog changes,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.terms = terms;
        this.usage = usage;
        this.replacement = replacement;
        this.session = session;
        this.reads = reads;
        this.writes = writes;
        this.nextTransition = nextTransition;
        this.answers = answers;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.clock = clock;
        this.identity = identity;
    }

    public RestResponse<byte[]> list(
            TermKind<?, ?> kind,
            TermQuery query,
            String filter,
            Paging paging,
            TermReading reading) {
        var caller = Caller.of(identity);
        var fields = reading.of(kind.properties(), caller);
        var sight = nextTransition.look();
        var page = terms.page(kind, fields, query, filter, caller, paging);
        return answers.page(
                page.map(fields::of),
                shown(kind.plural(), sight, Terms.isCounted(fields, query.sort())));
    }

    /// By id or slug.
    public RestResponse<byte[]> read(TermKind<?, ?> kind, String reference, TermReading reading) {
        var caller = Caller.of(identity);
        var fields = reading.of(kind.properties(), caller);
        var sight = nextTransition.look();
        var found = terms.seen(kind, reference, fields, caller);
        return answers.one(
                fields.of(found.view()),
                found.version(),
                shown(kind.key(found.view().id()), sight, Terms.isCounted(fields, null)));
    }

    /// Counts change with the articles, and with the timeline.
    private static SurrogateKeys shown(String key, NextTransition.Sight sight, boolean isCounted) {
        return isCounted
                ? sight.shown(Stream.of(key, "articles"))
                : SurrogateKeys.always(Stream.of(key));
    }

    /// The slug is made from the name where there is none.
    public <T extends Term<I>, I extends Record & TermInput> RestResponse<byte[]> create(
            TermKind<T, I> kind, I input, String key) {
        return idempotency.once(key, "POST /" + kind.plural(), input, () -> add(kind, input));
    }

    private <T extends Term<I>, I extends Record & TermInput> RestResponse<byte[]> add(
            TermKind<T, I> kind, I input) {
        var term = kind.blank();
        term.create(
                input.slug() == null ? freeSlug(kind, input) : input.slug(), input, clock.now());
        term.persistAndFlush();
        var former = kind.formerSlugs().fresh(reads, input.formerSlugs(), term.id, term.slug);
        changes.record(
                Change.of(TermAct.CREATED.of(kind), term.id),
                term.internal ? Invalidation.NOTHING : Invalidation.of(kind.plural()),
                kind.formerSlugs().added(former, term.id, term.createdAt));
        return answers.created(kind.view(term), term.version, Addresses.of(kind.plural(), term.id));
    }

    private String freeSlug(TermKind<?, ?> kind, TermInput input) {
        return FreeSlug.of(writes, input.name(), kind.noun(), TAKEN.formatted(kind.noun()));
    }

    /// @param ifMatch 428 without it
    public <T extends Term<I>, I extends Record & TermInput> RestResponse<byte[]> replace(
            TermKind<T, I> kind, String reference, I input, String ifMatch) {
        var found = lock(kind, reference);
        return write(kind, found, IfMatch.required(ifMatch), input);
    }

    /// @param ifMatch null where anything goes
    public <T extends Term<I>, I extends Record & TermInput> RestResponse<byte[]> patch(
            TermKind<T, I> kind, String reference, JsonNode patch, String ifMatch) {
        var found = lock(kind, reference);
        var input = mergePatch.apply(patch, kind.content(found), kind.input());
        return write(kind, found, IfMatch.optional(ifMatch), input);
    }

    private <T extends Term<I>, I extends Record & TermInput> RestResponse<byte[]> write(
            TermKind<T, I> kind, T term, IfMatch condition, I input) {
        condition.check(term.version);
        var held = new HeldTerm<>(kind, term, clock.moment());
        var asked = input.formerSlugs();
        held.write(input, kind.formerSlugs().fresh(reads, asked, term.id, held.slugOf(input)));
        settle(held);
        return answers.changed(kind.view(term), term.version);
    }

    /// Writes what was changed, if anything. What the log says nothing of is not written.
    private void settle(HeldTerm<?, ?> held) {
        var logged = held.changes();
        if (logged.isEmpty()) {
            session.detach(held.term);
            return;
        }
        session.flush();
        var outdated =
                held.isForOthers()
                        ? outdatedByBoth(held.kind, held.term)
                        : outdated(held.kind, held.term);
        writes.run(
                Stream.concat(
                        held.formerSlugs(), changes.statements(logged, outdated, held.moment)));
    }

    /// For good, and only while no article is filed under it.
    public RestResponse<Void> delete(TermKind<?, ?> kind, String reference, String ifMatch) {
        var found = lock(kind, reference);
        IfMatch.required(ifMatch).check(found.version);
        var articles = usage.articlesUnder(kind.noun(), found.id);
        if (articles > 0) {
            throw ProblemException.inUse(
                    "Articles with this %s, in one of their revisions: %d."
                            .formatted(kind.noun(), articles),
                    articles);
        }
        found.delete();
        idempotency.withdraw(Addresses.of(kind.plural(), found.id));
        changes.record(Change.of(TermAct.DELETED.of(kind), found.id), outdated(kind, found));
        return RestResponse.noContent();
    }

    /// @param input names the one that takes its place
    public RestResponse<byte[]> replaceBy(
            TermKind<?, ?> kind, String reference, TermReplacementInput input, String ifMatch) {
        var found = find(kind, reference, LockModeType.NONE);
        var other = terms.named(kind, input.id());
        return answers.changed(replacement.replace(kind, found, other, ifMatch), found.version);
    }

    /// @param reference the id of the one that was replaced, or the slug that it had
    public RestResponse<Void> undoReplacement(
            TermKind<?, ?> kind, String reference, String ifMatch) {
        replacement.undo(kind, reference, ifMatch);
        return RestResponse.noContent();
    }

    private static Invalidation outdated(TermKind<?, ?> kind, Term<?> term) {
        return term.internal
                ? Invalidation.NOTHING
                : Invalidation.of(kind.plural(), kind.key(term.id));
    }

    /// When readers lose or get it. Answers that leave it out do not name it, so the articles that
    /// have it are named; the lock keeps more of them from having it meanwhile.
    private Invalidation outdatedByBoth(TermKind<?, ?> kind, Term<?> term) {
        session.createNativeQuery(
                        "select id from %s where id = :id for update".formatted(kind.noun()),
                        UUID.class)
                .setParameter("id", term.id)
                .getSingleResult();
        return Invalidation.of(
                Stream.concat(
                                Stream.of(kind.plural(), kind.key(term.id), "articles"),
                                usage.keysOfArticlesUnder(kind.noun(), term.id))
                        .toArray(String[]::new));
    }

    /// Whoever else would change it waits, and finds what this one leaves, if anything.
    private <T extends Term<?>> T lock(TermKind<T, ?> kind, String reference) {
        return find(kind, reference, LockModeType.PESSIMISTIC_WRITE);
    }

    private <T extends Term<?>> T find(TermKind<T, ?> kind, String reference, LockModeType lock) {
        return Uuids.parse(reference)
                .or(() -> terms.id(kind, reference))
                .map(id -> session.find(kind.type(), id, lock))
                .filter(term -> term.replacedBy == null)
                .orElseThrow(() -> terms.moved(kind, reference, true));
    }
}
