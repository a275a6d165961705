package dev.byline.sql;

import dev.byline.database.BackgroundLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Works off each [Backlog] in the background, batch after batch, and says how far it is: in the
/// log, and by metrics such as `byline_search_pending`.
@Singleton
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    /// The first requests need the processors.
    private static final Duration FIRST_REST = Duration.ofSeconds(5);

    /// Between looks for more.
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final List<Backlog> backlogs;
    private final Map<Backlog, Long> left = new ConcurrentHashMap<>();
    private final BackgroundLoop loop =
            new BackgroundLoop("byline-upkeep", REST, this::work, () -> {});

    Upkeep(@All List<Backlog> backlogs) {
        this.backlogs = backlogs;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        for (var backlog : backlogs) {
            Gauge.builder(backlog.metric(), () -> left.getOrDefault(backlog, 0L))
                    .description("Texts that are still to be " + backlog.task())
                    .register(registry);
        }
        // Tests have their batches read when they say so
        if (LaunchMode.current() != LaunchMode.TEST) {
            loop.startAfter(FIRST_REST);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void work() {
        backlogs.forEach(this::attempt);
    }

    private void attempt(Backlog backlog) {
        try {
            work(backlog);
        } catch (RuntimeException failed) {
            if (!loop.isStopped()) {
                LOG.warnf(failed, "Texts could not be %s: tried again in a minute", backlog.task());
            }
        }
    }

    private void work(Backlog backlog) {
        if (!left.containsKey(backlog)) {
            backlog.begin();
        }
        if (look(backlog) == 0) {
            return;
        }
        var said = System.nanoTime();
        while (!loop.isStopped() && backlog.batch()) {
            if (System.nanoTime() - said > BETWEEN_LINES.toNanos()) {
                look(backlog);
                backlog.announce();
                said = System.nanoTime();
            }
        }
        backlog.announce();
        if (look(backlog) == 0) {
            LOG.infof("All texts are %s", backlog.task());
        }
    }

    private long look(Backlog backlog) {
        var many = backlog.left();
        left.put(backlog, many);
        if (many > 0) {
            LOG.infof("%d texts are still to be %s", many, backlog.task());
        }
        return many;
    }
}
