package dev.byline.change;

import dev.byline.http.cache.Echoes;
import dev.byline.http.cache.Outdated;
import dev.byline.http.cache.ResponseCache;
import dev.byline.query.DatabaseClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;

/// Tells what a command outdates: other servers by `NOTIFY` in its own transaction, so that they
/// hear of it when it is committed and never of what was not; this one before the command is
/// answered, so that whoever wrote reads what they wrote.
@Singleton
class Announcements {
    private final Session session;
    private final DatabaseClock clock;
    private final ResponseCache cache;
    private final Echoes echoes;
    private final TransactionSynchronizationRegistry transactions;

    Announcements(
            Session session,
            DatabaseClock clock,
            ResponseCache cache,
            Echoes echoes,
            TransactionSynchronizationRegistry transactions) {
        this.session = session;
        this.clock = clock;
        this.cache = cache;
        this.echoes = echoes;
        this.transactions = transactions;
    }

    void make(Outdated outdated) {
        if (outdated.isNothing()) {
            return;
        }
        var messages = outdated.messages(echoes::next);
        send(messages);
        // the question takes time, so it errs towards too early
        var asked = System.nanoTime();
        var left = outdated.next() == null ? null : Duration.between(clock.now(), outdated.next());
        transactions.registerInterposedSynchronization(
                new Afterwards(cache, echoes, messages, outdated, asked, left));
    }

    private void send(List<Outdated.Message> messages) {
        session.doWork(
                connection -> {
                    try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                        for (var message : messages) {
                            statement.setString(1, Outdated.CHANNEL);
                            statement.setString(2, message.text());
                            statement.execute();
                        }
                    }
                });
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
