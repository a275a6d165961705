package bench.faults;

import bench.Machine;
import bench.Postgres;
import bench.Processes;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The wire between a server and its database goes dead, or is cut again and again, while another
/// server on the same database goes on.
final class Cuts {
    private static final String EDITED = "/articles/story-9";
    private static final Duration CUTTING = Duration.ofSeconds(20);

    /// For as long a change may be on its way from one server to the other.
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private final Machine machine;
    private final Postgres postgres;
    private final Verdicts verdicts;

    private Cuts(Machine machine, Postgres postgres, Verdicts verdicts) {
        this.machine = machine;
        this.postgres = postgres;
        this.verdicts = verdicts;
    }

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) throws IOException {
        var cuts = new Cuts(machine, postgres, verdicts);
        cuts.vanish();
        cuts.cut();
    }

    /// A server vanishes with transactions open and locks held.
    private void vanish() throws IOException {
        verdicts.title("A server vanishes in mid-write");
        try (var proxy = new Proxy(port());
                var gone = machine.byline(postgres, through(proxy));
                var other = machine.byline(postgres, Map.of())) {
            var vanishing = new Client(gone.address(), machine.token());
            var editor = new Client(other.address(), machine.token());
            try (var _ = new Crowd().join(40, Duration.ZERO, n -> comment(vanishing, n))) {
                Processes.pause(Duration.ofSeconds(3));
                proxy.die();
            }
            long begin = System.nanoTime();
            Client.Answer answer;
            do {
                answer = save(editor, 0);
            } while (!answer.isGood() && System.nanoTime() - begin < Duration.ofMinutes(2).toNanos());
            var free = Duration.ofNanos(System.nanoTime() - begin);
            verdicts.tell("the article can be written to after %d ms".formatted(free.toMillis()));
            verdicts.must(free.toSeconds() < 15, "its locks are gone within 15 s");
            gone.kill();
        }
    }

    /// What is heard of changes is lost again and again: nothing old is given for new.
    private void cut() throws IOException {
        verdicts.title("The connections of a server are cut again and again");
        try (var proxy = new Proxy(port());
                var server = machine.byline(postgres, through(proxy));
                var other = machine.byline(postgres, Map.of())) {
            var reader = new Client(server.address(), null);
            var editor = new Client(other.address(), machine.token());
            var saved = new AtomicInteger();
            var old = new AtomicInteger();
            var reads = new Answers();
            try (var _ =
                    new Crowd()
                            .join(1, Duration.ofMillis(400), _ -> proxy.cut())
                            .join(
                                    1,
                                    Duration.ofMillis(50),
                                    _ -> {
                                        int number = saved.get() + 1;
                                        if (save(editor, number).isGood()) {
                                            Processes.pause(ON_ITS_WAY);
                                            saved.set(number);
                                        }
                                    })
                            .join(
                                    8,
                                    Duration.ZERO,
                                    _ -> {
                                        int least = saved.get();
                                        var answer = reads.add(reader.get(EDITED));
                                        if (answer.isGood() && number(answer) < least) {
                                            old.incrementAndGet();
                                        }
                                    })) {
                Processes.pause(CUTTING);
            }
            verdicts.tell("%d saves; reads: %s".formatted(saved.get(), reads));
            verdicts.must(reads.hasOnly(200, 503), "a read is answered, or refused with 503");
            verdicts.must(reads.withoutRetry() == 0, "and told when to come back");
            verdicts.must(old.get() == 0, "none shows what is old (%d did)".formatted(old.get()));
        }
    }

    private Map<String, String> through(Proxy proxy) {
        var settings = new HashMap<String, String>();
        var url = postgres.environment().get("QUARKUS_DATASOURCE_JDBC_URL");
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL", url.replace(":" + port() + "/", ":" + proxy.port() + "/"));
        settings.put("BYLINE_STALE_IF_ERROR", "0S");
        return settings;
    }

    private int port() {
        var url = postgres.environment().get("QUARKUS_DATASOURCE_JDBC_URL");
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static int number(Client.Answer answer) {
        var digits = answer.json().path("summary").asText().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Client.Answer save(Client editor, int number) {
        var patch = "{\"summary\": \"Number %d.\", \"publication\": {}}";
        return editor.patch(EDITED, patch.formatted(number));
    }

    private static void comment(Client client, int number) {
        var body = "{\"name\": \"Guest %d\", \"email\": \"bench@example.org\", \"body\": \"Well put.\"}";
        client.with(null).post(EDITED + "/comments", body.formatted(number), null);
    }
}
