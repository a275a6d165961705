package dev.byline.term;

import static dev.byline.http.ProblemType.NOT_REPLACED;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.FaultCode;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/// One term replaces another, and that is undone, in the transaction that the endpoint began.
@Singleton
class TermReplacement {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final Terms terms;
    private final TermFollowing articles;
    private final TermUsage usage;
    private final Session session;
    private final Writes writes;
    private final ChangeLog changes;
    private final DatabaseClock clock;

    TermReplacement(
            Terms terms,
            TermFollowing articles,
            TermUsage usage,
            Session session,
            Writes writes,
            ChangeLog changes,
            DatabaseClock clock) {
        this.terms = terms;
        this.articles = articles;
        this.usage = usage;
        this.session = session;
        this.writes = writes;
        this.changes = changes;
        this.clock = clock;
    }

    /// Articles are locked before the terms, as by whoever writes one.
    TermReplacementView replace(TermKind<?, ?> kind, Term<?> found, UUID by, String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        if (found.id.equals(by)) {
            throw ProblemException.invalid("/id", FaultCode.CIRCULAR, "is the one to be replaced");
        }
        var followed = articles.follow(kind.noun(), found.id, by);
        var replaced = lock(kind, found.id);
        var other = lock(kind, by);
        condition.check(replaced.version);
        if (other.replacedBy != null) {
            throw Terms.unknown(kind);
        }
        replaced.replacedBy = by;
        replaced.replacedAt = clock.now();
        session.flush();
        changes.record(
                Change.of(TermAct.REPLACED.of(kind), replaced.id),
                outdated(kind, replaced, other),
                kind.formerSlugs().inherited(replaced.slug, replaced.id, by, replaced.replacedAt));
        return view(replaced, followed);
    }

    private static TermReplacementView view(Term<?> replaced, int articles) {
        return new TermReplacementView(
                replaced.id, replaced.replacedBy, articles, replaced.replacedAt.plus(UNDOABLE));
    }

    /// @param reference the id of the one that was replaced, or the slug that it had
    void undo(TermKind<?, ?> kind, String reference, String ifMatch) {
        var replaced = lock(kind, terms.replaced(kind, reference));
        IfMatch.required(ifMatch).check(replaced.version);
        var by = replaced.replacedBy;
        var since = replaced.replacedAt;
        if (since.plus(UNDOABLE).isBefore(clock.now())) {
            throw NOT_REPLACED.because(
                    "It was replaced at " + since + ": that is undone for 30 days.");
        }
        var other = lock(kind, by);
        if (other.replacedBy != null) {
            throw NOT_REPLACED.because(
                    "What replaces it, %s, was replaced itself: undo that first.".formatted(by));
        }
        articles.goBack(kind.noun(), replaced.id, by, since);
        replaced.replacedBy = null;
        replaced.replacedAt = null;
        session.flush();
        changes.record(
                Change.of(TermAct.REPLACEMENT_UNDONE.of(kind), replaced.id),
                outdated(kind, replaced, other),
                kind.formerSlugs().disinherited(by, since));
    }

    private Term<?> lock(TermKind<?, ?> kind, UUID id) {
        var found = session.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw Terms.unknown(kind);
        }
        session.refresh(found);
        return found;
    }

    /// Answers that leave out what is internal do not name it: then the articles are named.
    private Invalidation outdated(TermKind<?, ?> kind, Term<?> replaced, Term<?> by) {
        var named = Stream.of(kind.plural(), kind.key(replaced.id), kind.key(by.id), "articles");
        return Invalidation.of(
                (replaced.internal == by.internal
                                ? named
                                : Stream.concat(
                                        named, usage.keysOfArticlesUnder(kind.noun(), by.id)))
                        .toArray(String[]::new));
    }
}
