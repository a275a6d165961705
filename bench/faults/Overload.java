package bench.faults;

import bench.Failure;
import bench.Machine;
import bench.Postgres;
import bench.Processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Who works is not kept waiting by who reads, or says that they will write: each attack lasts
/// half a minute, while an editor saves once a second and readers fetch pages that are kept.
final class Overload {
    private static final Duration ATTACK = Duration.ofSeconds(30);
    private static final int DEAR_READERS = 300;
    private static final int SLOW_WRITERS = 2_300;
    private static final int GUESTS = 100;

    private static final String DEAR =
            "/articles?filter=wordCount!=%d;tags.slug!=tag-0002"
                    + "&facets=tags,authors,year,language&count=exact&sort=-updatedAt";
    private static final String EDITED = "/articles/story-7";

    private final Client reader;
    private final Client editor;
    private final Verdicts verdicts;

    private Overload(Client editor, Verdicts verdicts) {
        this.editor = editor;
        this.reader = editor.with(null);
        this.verdicts = verdicts;
    }

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) {
        try (var server = machine.byline(postgres, Map.of())) {
            var overload =
                    new Overload(new Client(server.address(), machine.token()), verdicts);
            overload.warm();
            overload.all();
        }
    }

    private void warm() {
        try (var _ =
                new Crowd()
                        .join(4, Duration.ZERO, _ -> reader.get(dear()))
                        .join(2, Duration.ZERO, this::save)
                        .join(2, Duration.ZERO, this::comment)) {
            Processes.pause(ATTACK);
        }
    }

    private void all() {
        var dear = new Answers();
        attack(
                DEAR_READERS + " readers ask for the dearest that there is",
                () -> new Crowd().join(DEAR_READERS, Duration.ZERO, _ -> dear.add(reader.get(dear()))),
                dear);
        attack(SLOW_WRITERS + " bodies of a byte a second", this::slowWriters, new Answers());
        var guests = new Answers();
        attack(
                GUESTS + " guests comment on the article that is edited",
                () -> new Crowd().join(GUESTS, Duration.ZERO, n -> guests.add(comment(n))),
                guests);
    }

    private interface Attack {
        AutoCloseable begin();
    }

    private void attack(String title, Attack attack, Answers attackers) {
        verdicts.title(title);
        var saves = new Answers();
        var pages = new Answers();
        try (var _ = attack.begin();
                var _ =
                        new Crowd()
                                .join(1, Duration.ofSeconds(1), _ -> saves.add(save(0)))
                                .join(2, Duration.ofMillis(10), _ -> pages.add(reader.get("/articles")))) {
            Processes.pause(ATTACK);
        } catch (Exception e) {
            throw new Failure(title + ": " + e);
        }
        verdicts.tell("attackers: " + attackers);
        verdicts.tell("saves:     " + saves);
        verdicts.tell("pages:     " + pages);
        verdicts.must(saves.hasOnly(200), "every save succeeds");
        verdicts.must(saves.within(0.99) < 1_000, "99 % of the saves take less than 1 s");
        verdicts.must(pages.hasOnly(200), "every kept page is given");
        verdicts.must(pages.within(0.99) < 300, "99 % of the kept pages take less than 300 ms");
        verdicts.must(
                attackers.withoutRetry() == 0, "who is refused is told when to come back");
    }

    private static String dear() {
        return DEAR.formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private Client.Answer save(int number) {
        var summary = "Saved by %d at %d.".formatted(number, System.nanoTime());
        return editor.patch(EDITED, "{\"summary\": \"" + summary + "\"}");
    }

    private Client.Answer comment(int number) {
        var body = "{\"name\": \"Guest %d\", \"email\": \"bench@example.org\", \"body\": \"Well put.\"}";
        return reader.post(EDITED + "/comments", body.formatted(number), null);
    }

    private AutoCloseable slowWriters() {
        return new Crowd().join(SLOW_WRITERS, Duration.ofMillis(100), _ -> writeSlowly());
    }

    /// Until the server has enough of it.
    private void writeSlowly() {
        var server = URI.create(reader.address());
        var head =
                "POST /api/v1%s/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{";
        try (var socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.formatted(EDITED).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 900; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(1_000);
            }
        } catch (IOException _) {
            // it is shown the door
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
