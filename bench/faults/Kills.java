package bench.faults;

import bench.Failure;
import bench.Machine;
import bench.Postgres;
import bench.Processes;
import bench.Server;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// The server is killed in mid-write, again and again. Writers repeat what was not answered, with
/// the same key, when it is back: in the end each write is there once and whole.
final class Kills {
    private static final int KILLS = 10;
    private static final int WRITERS = 8;

    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> pending = ConcurrentHashMap.newKeySet();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) {
        verdicts.title(KILLS + " kills of the server in mid-write");
        new Kills().run(machine, postgres, verdicts, machine.token());
    }

    private void run(Machine machine, Postgres postgres, Verdicts verdicts, String token) {
        for (int kill = 0; kill < KILLS; kill++) {
            try (var server = machine.byline(postgres, Map.of())) {
                var editor = new Client(server.address(), token);
                repeat(editor);
                try (var _ = new Crowd().join(WRITERS, Duration.ZERO, _ -> write(editor))) {
                    Processes.pause(
                            Duration.ofMillis(500 + ThreadLocalRandom.current().nextInt(1_000)));
                    server.kill();
                }
            }
        }
        try (Server server = machine.byline(postgres, Map.of())) {
            repeat(new Client(server.address(), token));
        }
        verdict(postgres, verdicts);
    }

    private void write(Client editor) {
        var number = next.incrementAndGet();
        pending.add(number);
        if (send(editor, number).isGood()) {
            done(number);
        }
    }

    private void repeat(Client editor) {
        for (var number : Set.copyOf(pending)) {
            var answer = send(editor, number);
            if (!answer.isGood()) {
                throw new Failure("A repeated write was refused: " + answer);
            }
            done(number);
        }
    }

    private void done(int number) {
        pending.remove(number);
        acknowledged.add(number);
    }

    private Client.Answer send(Client editor, int number) {
        var article =
                """
                {"title": "Kill %s %d", "body": "It *stays*.", "tags": ["tag-0002"], "publication": {}}
                """
                        .formatted(run, number);
        return editor.post("/articles", article, run + "-" + number);
    }

    private void verdict(Postgres postgres, Verdicts verdicts) {
        var ours = "from revision r where r.title like 'Kill " + run + " %'";
        var articles = postgres.number("select count(*) " + ours);
        var titles = postgres.number("select count(distinct r.title) " + ours);
        verdicts.tell("%d writes".formatted(acknowledged.size()));
        verdicts.must(titles == acknowledged.size(), "none of them is lost");
        verdicts.must(articles == titles, "none is there twice");
        verdicts.must(
                postgres.number(
                                "select count(*) "
                                        + ours
                                        + " and (r.live_from is null or not exists (select from revision_tag t"
                                        + " where t.revision_id = r.id) or not exists (select from change c where"
                                        + " c.subject_id = r.article_id))")
                        == 0,
                "each is live, has its tag, and stands in the change log");
    }
}
