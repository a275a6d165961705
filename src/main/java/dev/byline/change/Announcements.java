package dev.byline.change;

import dev.byline.http.cache.Echoes;
import dev.byline.http.cache.Outdated;
import dev.byline.http.cache.ResponseCache;
import dev.byline.query.DatabaseClock;
import dev.byline.query.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Tells what a command outdates: other servers by `NOTIFY` in its own transaction, so that they
/// hear of it when it is committed and never of what was not; this one before the command is
/// answered, so that whoever wrote reads what they wrote.
@Singleton
public class Announcements {
    private static final String NOTIFY = "select pg_notify(?, message) from unnest(?) message";

    private final DatabaseClock clock;
    private final ResponseCache cache;
    private final Echoes echoes;
    private final TransactionSynchronizationRegistry transactions;

    Announcements(
            DatabaseClock clock,
            ResponseCache cache,
            Echoes echoes,
            TransactionSynchronizationRegistry transactions) {
        this.clock = clock;
        this.cache = cache;
        this.echoes = echoes;
        this.transactions = transactions;
    }

    /// The statement that tells the others, if anything is outdated. Within a transaction, of a
    /// request or not.
    public Stream<Sql> of(Outdated outdated) {
        return outdated.isNothing() ? Stream.of() : Stream.of(make(outdated));
    }

    private Sql make(Outdated outdated) {
        var messages = outdated.messages(echoes::next);
        // the question takes time, so it errs towards too early
        var asked = System.nanoTime();
        var left = outdated.next() == null ? null : Duration.between(clock.now(), outdated.next());
        transactions.registerInterposedSynchronization(
                new Afterwards(cache, echoes, messages, outdated, asked, left));
        var texts = messages.stream().map(Outdated.Message::text).toArray(String[]::new);
        return Sql.of(NOTIFY, Outdated.CHANNEL, texts);
    }

    /// However it ended: one whose end nobody knows may have been committed.
    private record Afterwards(
            ResponseCache cache,
            Echoes echoes,
            List<Outdated.Message> messages,
            Outdated outdated,
            long asked,
            Duration left)
            implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            cache.drop(outdated.gone());
            if (!outdated.bounded().isEmpty()) {
                cache.bound(outdated.bounded(), asked, left);
            }
            if (status == Status.STATUS_COMMITTED) {
                messages.forEach(message -> echoes.done(message.id()));
            }
        }
    }
}
