package dev.byline.article;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Has the texts of [Reindexing] read in the background, batch after batch, and says how far it
/// is: in the log, and by the metric `byline_search_pending`.
@Singleton
class SearchUpkeep implements Runnable {
    private static final Logger LOG = Logger.getLogger(SearchUpkeep.class);

    /// Between looks for more.
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Reindexing reindexing;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("byline-reindexing").unstarted(this);
    private volatile boolean isStopped;
    private volatile long left;

    SearchUpkeep(Reindexing reindexing) {
        this.reindexing = reindexing;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("byline.search.pending", () -> left)
                .description("Texts that are still to be indexed anew for the search")
                .register(registry);
        // Tests have their batches read when they say so
        if (LaunchMode.current() != LaunchMode.TEST) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        while (!isStopped) {
            try {
                work();
            } catch (RuntimeException failed) {
                if (!isStopped) {
                    LOG.warn("Texts could not be indexed anew: tried again in a minute", failed);
                }
            }
            pause();
        }
    }

    private void work() {
        var before = look();
        if (before == 0) {
            return;
        }
        var said = System.nanoTime();
        while (!isStopped && reindexing.batch()) {
            if (System.nanoTime() - said > BETWEEN_LINES.toNanos()) {
                look();
                reindexing.announce();
                said = System.nanoTime();
            }
        }
        reindexing.announce();
        if (look() == 0) {
            LOG.info("Search: all texts are indexed anew");
        }
    }

    private long look() {
        left = reindexing.left();
        if (left > 0) {
            LOG.infof("Search: %d texts are still to be indexed anew", left);
        }
        return left;
    }

    private static void pause() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
