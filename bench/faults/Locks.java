package bench.faults;

import bench.Machine;
import bench.Postgres;
import bench.Processes;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// Something holds one article's row, as an administrator's forgotten transaction would: only
/// what is written to that article waits, and not for long.
final class Locks {
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final int CLIENTS = 40;
    /// One in so many is an editor, the others are guests.
    private static final int EDITORS = 10;
    private static final int MOST_CONNECTIONS = 60;

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) throws SQLException {
        verdicts.title("One article's row is locked, and %d clients write to it".formatted(CLIENTS));
        try (var server = machine.byline(postgres, Map.of());
                var holder = postgres.connect()) {
            var editor = new Client(server.address(), machine.token());
            var blocked = new Answers();
            var others = new Answers();
            holder.setAutoCommit(false);
            holder.createStatement().execute("select from article where slug = 'story-5' for update");
            long most = 0;
            try (var _ =
                    new Crowd()
                            .join(CLIENTS, Duration.ZERO, n -> blocked.add(write(editor, n, 5)))
                            .join(1, Duration.ofSeconds(1), n -> others.add(write(editor, n, 6)))) {
                most = mostConnections(postgres);
                holder.rollback();
            }
            verdicts.tell("writes to it: " + blocked);
            verdicts.tell("other saves:  " + others);
            verdicts.tell("at most %d connections to the database".formatted(most));
            verdicts.must(blocked.hasOnly(200, 201, 503), "who waits in vain gets 503");
            verdicts.must(blocked.withoutRetry() == 0, "and is told when to come back");
            verdicts.must(blocked.within(1) < 6_000, "within 6 s");
            verdicts.must(others.hasOnly(200), "every save of another article succeeds");
            verdicts.must(others.within(0.99) < 1_000, "99 % of them take less than 1 s");
            verdicts.must(most <= MOST_CONNECTIONS, "the database keeps connections for others");
            verdicts.must(write(editor, 0, 5).isGood(), "with the lock gone it is written to again");
        }
    }

    private static Client.Answer write(Client editor, int number, int story) {
        var path = "/articles/story-" + story;
        return number % EDITORS == 0
                ? editor.patch(path, "{\"summary\": \"At %d.\"}".formatted(System.nanoTime()))
                : editor.with(null)
                        .post(
                                path + "/comments",
                                "{\"name\": \"A guest\", \"email\": \"bench@example.org\", \"body\": \"Well put.\"}",
                                null);
    }

    private static long mostConnections(Postgres postgres) {
        long most = 0;
        long end = System.nanoTime() + HELD.toNanos();
        while (System.nanoTime() < end) {
            most =
                    Math.max(
                            most,
                            postgres.number(
                                    "select count(*) from pg_stat_activity where backend_type = 'client backend'"));
            Processes.pause(Duration.ofMillis(500));
        }
        return most;
    }
}
