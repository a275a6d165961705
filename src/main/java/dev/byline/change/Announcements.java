package dev.byline.change;

import dev.byline.cache.Bell;
import dev.byline.cache.Invalidation;
import dev.byline.cache.OwnInvalidations;
import dev.byline.cache.ResponseCache;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.stream.Stream;

/// Tells what a command outdates: other servers by rows in its own transaction, so that they
/// read of it when it is committed and never of what was not; this one before the command is
/// answered, so that whoever wrote reads what they wrote.
@Singleton
public class Announcements {
    private final DatabaseClock clock;
    private final ResponseCache cache;
    private final OwnInvalidations own;
    private final Bell bell;
    private final TransactionSynchronizationRegistry transactions;

    Announcements(
            DatabaseClock clock,
            ResponseCache cache,
            OwnInvalidations own,
            Bell bell,
            TransactionSynchronizationRegistry transactions) {
        this.clock = clock;
        this.cache = cache;
        this.own = own;
        this.bell = bell;
        this.transactions = transactions;
    }

    /// The statement that tells the others, if anything is outdated. Within a transaction, of a
    /// request or not.
    public Stream<Sql> of(Invalidation outdated) {
        return of(outdated, outdated.next() == null ? null : clock.moment());
    }

    /// Likewise, for who knows what time it is.
    public Stream<Sql> of(Invalidation outdated, Moment moment) {
        return outdated.isNothing() ? Stream.of() : Stream.of(make(outdated, moment));
    }

    private Sql make(Invalidation outdated, Moment moment) {
        var messages = outdated.messages(own::next);
        transactions.registerInterposedSynchronization(
                new Afterwards(cache, own, bell, messages, outdated, moment));
        return Invalidation.Message.rows(messages);
    }

    /// However it ended: one whose end nobody knows may have been committed.
    private record Afterwards(
            ResponseCache cache,
            OwnInvalidations own,
            Bell bell,
            List<Invalidation.Message> messages,
            Invalidation outdated,
            Moment moment)
            implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            cache.drop(outdated.gone());
            if (!outdated.bounded().isEmpty()) {
                // the clock was asked later than nanos says, so it errs towards too early
                cache.bound(outdated.bounded(), moment.nanos(), moment.until(outdated.next()));
            }
            if (status == Status.STATUS_COMMITTED) {
                messages.forEach(message -> own.done(message.id()));
            }
            bell.ring();
        }
    }
}
