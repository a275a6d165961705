package dev.byline.importer;

import dev.byline.importer.report.Halt;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `./byline import FOLDER`: brings a folder of Markdown files into a running Byline.
final class Import {
    private static final int ALL = 0;
    private static final int SOME_REFUSED = 1;
    private static final int STOPPED = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Import() {}

    static void main(String... arguments) {
        int status = STOPPED;
        try {
            status = run(Settings.from(List.of(arguments), System.getenv()));
        } catch (Halt halt) {
            System.err.println(halt.getMessage());
        }
        System.exit(status);
    }

    private static int run(Settings settings) {
        var report = new Report();
        var crew = new Crew();
        var finished = new CountDownLatch(1);
        var console = System.console();
        var progress = new Progress(System.out, console != null && console.isTerminal());
        stopOnSignal(crew, finished);
        try (var server = new Server(settings.server(), settings.token(), PATIENCE)) {
            var halt = attempt(new Importer(settings, server, report, progress, crew));
            if (halt != null && report.isEmpty()) throw halt;
            return conclude(settings, report, halt);
        } finally {
            finished.countDown();
        }
    }

    private static Halt attempt(Importer importer) {
        try {
            importer.run();
            return null;
        } catch (Halt halt) {
            return halt;
        }
    }

    private static int conclude(Settings settings, Report report, Halt stopped) {
        var text = new ReportText(report, stopped == null ? null : stopped.getMessage());
        System.out.print(text.summary());
        try {
            text.write(settings.report(), settings);
            System.out.println("The report is in " + settings.report());
        } catch (IOException e) {
            System.err.println("The report cannot be written: " + e.getMessage());
        }
        if (stopped != null) {
            System.err.println("Stopped: " + stopped.getMessage() + " Start it again to go on.");
            return STOPPED;
        }
        return report.count(Outcome.REFUSED) == 0 ? ALL : SOME_REFUSED;
    }

    /// On SIGINT or SIGTERM what is in flight is finished, and the report written.
    private static void stopOnSignal(Crew crew, CountDownLatch finished) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    crew.stop(new Halt("Interrupted."));
                                    await(finished);
                                }));
    }

    private static void await(CountDownLatch finished) {
        try {
            finished.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
