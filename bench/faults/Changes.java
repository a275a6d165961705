package bench.faults;

import bench.Failure;
import bench.Machine;
import bench.Postgres;
import bench.Processes;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Many write on two servers while others follow the change log; then many plans come due at once,
/// and one of the servers is killed in that moment.
final class Changes {
    private static final int WRITERS = 64;
    private static final int READERS = 4;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final int PLANS = 1_000;
    private static final Duration LATEST = Duration.ofSeconds(2);

    private final Postgres postgres;
    private final Verdicts verdicts;
    private final List<Client> editors;
    private final AtomicInteger next = new AtomicInteger();

    private Changes(Postgres postgres, Verdicts verdicts, List<Client> editors) {
        this.postgres = postgres;
        this.verdicts = verdicts;
        this.editors = editors;
    }

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) throws SQLException {
        try (var one = machine.byline(postgres, Map.of());
                var other = machine.byline(postgres, Map.of())) {
            var editors =
                    List.of(
                            new Client(one.address(), machine.token()),
                            new Client(other.address(), machine.token()));
            var changes = new Changes(postgres, verdicts, editors);
            changes.follow();
            changes.plan();
            one.kill();
            changes.awaitEntries();
        }
    }

    private Client editor(int number) {
        return editors.get(number % editors.size());
    }

    private void follow() throws SQLException {
        verdicts.title("%d write, and %d follow the change log".formatted(WRITERS, READERS));
        var before = postgres.number("select coalesce(max(id), 0) from change");
        var readers =
                IntStream.range(0, READERS).mapToObj(n -> new Reader(editor(n), before)).toList();
        var written = new Answers();
        try (var following = new Crowd().join(READERS, Duration.ZERO, n -> readers.get(n).page())) {
            try (var _ =
                    new Crowd().join(WRITERS, Duration.ZERO, n -> written.add(write(n)))) {
                Processes.pause(TIME);
            }
        }
        verdicts.tell("writes: " + written);
        // those that nobody waits for any more
        Processes.pause(Duration.ofSeconds(8));
        var all = positions(before);
        verdicts.tell("%d entries".formatted(all.size()));
        for (var reader : readers) {
            reader.readToTheEnd();
            verdicts.must(
                    reader.seen.equals(all),
                    "a reader sees each entry once, in order (%d)".formatted(reader.seen.size()));
        }
    }

    private Client.Answer write(int number) {
        var story = "/articles/story-" + (number / 4 + 1);
        var at = next.incrementAndGet();
        return switch (at % 3) {
            case 0 -> editor(number).patch(story, "{\"summary\": \"At %d.\"}".formatted(at));
            case 1 ->
                    editor(number)
                            .post(
                                    story + "/comments",
                                    "{\"body\": \"Well put.\"}",
                                    "comment-%d-%d".formatted(System.nanoTime(), at));
            default ->
                    editor(number)
                            .post(
                                    "/articles",
                                    "{\"title\": \"Change %d\", \"body\": \"It *stays*.\", \"publication\": {}}"
                                            .formatted(at),
                                    null);
        };
    }

    /// Somebody who goes on where they were.
    private static final class Reader {
        private final Client client;
        private final List<Long> seen = new ArrayList<>();
        private String query;
        private boolean isAtEnd;

        Reader(Client client, long before) {
            this.client = client;
            this.query = "filter=position=gt=" + before + "&limit=100";
        }

        void page() {
            var answer = client.get("/changes?" + query);
            if (!answer.isGood()) {
                return;
            }
            var page = answer.json();
            page.get("data").forEach(entry -> seen.add(entry.get("position").asLong()));
            query = "limit=100&after=" + page.get("resumeAfter").asText();
            isAtEnd = page.at("/page/next").isNull();
        }

        void readToTheEnd() {
            do {
                page();
            } while (!isAtEnd);
        }
    }

    private List<Long> positions(long after) throws SQLException {
        var all = new ArrayList<Long>();
        try (var connection = postgres.connect();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select id from change where id > %d order by id"
                                                .formatted(after))) {
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
        }
        return all;
    }

    private Instant due;
    private long first;

    private void plan() {
        verdicts.title("%d plans come due at once, and a server is killed".formatted(PLANS));
        first = postgres.number("select coalesce(max(id), 0) from change");
        due = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        var body =
                "{\"title\": \"Plan\", \"body\": \"Soon.\", \"publication\": {\"from\": \"%s\"}}"
                        .formatted(due);
        var planned = new AtomicInteger();
        try (var _ =
                new Crowd()
                        .join(
                                8,
                                Duration.ZERO,
                                n -> {
                                    if (planned.getAndIncrement() < PLANS
                                            && !editor(n).post("/articles", body, null).isGood()) {
                                        planned.decrementAndGet();
                                    }
                                })) {
            while (planned.get() < PLANS + 8) {
                Processes.pause(Duration.ofMillis(50));
            }
        }
        if (Instant.now().isAfter(due)) {
            throw new Failure("Too slow: the plans came due before all of them were made.");
        }
        Processes.pause(Duration.between(Instant.now(), due));
    }

    private void awaitEntries() {
        var end = due.plus(LATEST);
        while (Instant.now().isBefore(end) && entries("count(*)") < PLANS) {
            Processes.pause(Duration.ofMillis(20));
        }
        verdicts.tell("%d ms later".formatted(Duration.between(due, Instant.now()).toMillis()));
        verdicts.must(entries("count(distinct subject_id)") == PLANS, "each is entered within 2 s");
        Processes.pause(LATEST);
        verdicts.must(entries("count(*)") == PLANS, "and once");
    }

    private long entries(String what) {
        return postgres.number(
                "select %s from change where id > %d and act = 'article.went-live'"
                        .formatted(what, first));
    }
}
