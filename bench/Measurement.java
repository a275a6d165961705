package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntFunction;

/// The works of the table, one after the other. A work and its limit take turns, and of the
/// turns of each the best counts, for what else the machine does only ever takes away.
final class Measurement {
    private static final int[] CONNECTIONS = {16, 128};
    private static final int SECONDS = 6;
    /// Under load the compilers of the JVM have something to do for half a minute, and take a core
    /// from what is measured; the limits have less.
    private static final int WARM_UP = 30;
    /// There are fewer of them in a second.
    private static final int WARM_UP_OF_WRITES = 60;
    private static final int WARM_UP_OF_LIMIT = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int TURNS = 2;
    private static final int STARTS = 3;
    private static final int TURNS_OF_BEGINNING = 4;
    private static final int TURN_OF_BEGINNING = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String R1 = "/api/v1/articles/story-%d";
    private static final String R2 = "/api/v1/articles";
    private static final String R3 = "/api/v1/articles/story-%d/comments?limit=50";
    private static final String R6 =
            "/api/v1/articles?filter=authors.slug==author-0003;tags.slug==tag-0002&sort=title";

    private static final String BARE = "bare route";
    private static final String PGBENCH = "pgbench";

    private final Machine machine;
    private final Postgres postgres;
    private final int stories;
    private final Path bench;
    private final List<Line> lines = new ArrayList<>();

    Measurement(Machine machine, Postgres postgres, int stories) {
        this.machine = machine;
        this.postgres = postgres;
        this.stories = stories;
        this.bench = machine.root().resolve("bench");
    }

    List<Line> run() throws IOException {
        clean();
        starts();
        beginning();
        // Writes come last: the reads are those of the filled tables, without what they leave
        try (var byline = machine.byline(postgres, Map.of())) {
            cached(byline);
            uncached();
            write(byline);
            memory("resident MB after cached reads, writes", byline);
        }
        clean();
        return lines;
    }

    /// Takes away what this or an earlier run wrote, so that each begins with the same.
    private void clean() {
        postgres.run(
                "delete from comment where email = 'bench@example.org'",
                "delete from article where slug like 'bench-%'",
                "truncate change, idempotency_key",
                "vacuum (analyze)",
                "checkpoint");
    }

    private void starts() {
        machine.trainEmpty();
        double byline = Double.MAX_VALUE;
        double empty = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            try (var server = machine.byline(postgres, Map.of())) {
                byline = Math.min(byline, server.start().toMillis() / 1000.0);
            }
            try (var server = machine.empty()) {
                empty = Math.min(empty, server.start().toMillis() / 1000.0);
            }
        }
        lines.add(Line.single("start to first 200, s", byline, empty, "under 1 s", byline < 1));
    }

    /// How long it takes to become as fast as it will be: turns from the start on, each beside what
    /// the same server does when it is warm.
    private void beginning() {
        System.err.println("R1 from the start");
        var wrk = random(R1, stories, 1);
        try (var byline = machine.byline(postgres, Map.of("BYLINE_CACHE_SIZE", "0"))) {
            seconds = TURN_OF_BEGINNING;
            var turns = new ArrayList<Run>();
            for (int turn = 0; turn < TURNS_OF_BEGINNING; turn++) {
                turns.add(drive(wrk, byline, CONNECTIONS[0]));
            }
            warm(connections -> drive(wrk, byline, connections), WARM_UP);
            var warm = drive(wrk, byline, CONNECTIONS[0]);
            for (int turn = 0; turn < TURNS_OF_BEGINNING; turn++) {
                int from = turn * TURN_OF_BEGINNING;
                var work = "R1 uncached, %d to %d s".formatted(from, from + TURN_OF_BEGINNING);
                var must = from < 10 ? Must.NOTHING : Must.WARM;
                lines.add(must.line(work, CONNECTIONS[0], turns.get(turn), "warm", warm));
            }
        }
    }

    private void cached(Server byline) {
        var answers = machine.home().resolve("answers");
        var paths =
                Map.of(
                        "r1", R1.formatted(stories / 2),
                        "r2", R2,
                        "r3", R3.formatted(Story.DISCUSSED * 10));
        paths.forEach((name, path) -> Machine.keep(byline.get(path), answers, name));
        try (var bare = machine.bare(answers)) {
            for (var name : List.of("r1", "r2", "r3")) {
                var ours = one(paths.get(name));
                var limit = one("/" + name);
                pair(
                        name.toUpperCase() + " cached",
                        Must.CACHED,
                        BARE,
                        connections -> drive(ours, byline, connections),
                        connections -> drive(limit, bare, connections));
            }
        }
    }

    private void write(Server byline) {
        var comment = script("comment.lua", "", Integer.toString(stories));
        pair("W1 comment", Must.WRITE, byline, comment, "w1", Map.of());
        var run = Long.toString(System.currentTimeMillis(), 36);
        var turn = new int[1];
        pair(
                "W2 create and publish",
                Must.WRITE,
                PGBENCH,
                connections ->
                        drive(
                                script("article.lua", "", machine.token(), run + turn[0]++),
                                byline,
                                connections),
                pgbench("w2", Map.of()));
    }

    private void uncached() throws IOException {
        try (var byline = machine.byline(postgres, Map.of("BYLINE_CACHE_SIZE", "0"))) {
            pair("R1 uncached", Must.UNCACHED, byline, random(R1, stories, 1), "r1", Map.of());
            pair("R2 uncached", Must.UNCACHED, byline, one(R2), "r2", Map.of());
            var discussed = random(R3, stories / Story.DISCUSSED, Story.DISCUSSED);
            pair("R3 uncached", Must.NOTHING, byline, discussed, "r3", Map.of());
            pages(byline);
            searches(byline);
            if (isThere("R6 filter, sorted by title", byline, R6)) {
                pair("R6 filter, sorted by title", Must.SEARCH, byline, one(R6), "r6", Map.of());
            }
            memory("resident MB after uncached reads", byline);
        }
    }

    private void pages(Server byline) {
        page(byline, "R4 page 400", walk(byline, "", 20, 399));
        // The last page of 20 lies behind the last page of 100
        var near = walk(byline, "", 100, Integer.MAX_VALUE);
        page(byline, "R4 last page", walk(byline, near, 20, Integer.MAX_VALUE));
    }

    private void page(Server byline, String work, String cursor) {
        pair(
                work,
                Must.PAGE,
                "R2 uncached",
                connections -> drive(one(R2 + "?after=" + cursor), byline, connections),
                connections -> drive(one(R2), byline, connections));
    }

    /// The cursor behind so many pages, or that of the last page.
    private static String walk(Server byline, String from, int limit, int pages) {
        var cursor = from;
        for (int i = 0; i < pages; i++) {
            var after = cursor.isEmpty() ? "" : "&after=" + cursor;
            var next = json(byline, R2 + "?fields=id&limit=" + limit + after).at("/page/next");
            if (!next.isTextual()) {
                return cursor;
            }
            cursor = URLEncoder.encode(next.textValue(), StandardCharsets.UTF_8);
        }
        return cursor;
    }

    private static JsonNode json(Server byline, String path) {
        try {
            return JSON.readTree(byline.get(path).body());
        } catch (IOException e) {
            throw new Failure("No JSON at " + path + ": " + e.getMessage());
        }
    }

    private void searches(Server byline) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(machine.home().resolve(Bench.FILLED))) {
            words.load(reader);
        }
        search(byline, "R5 word in 1 %", words.getProperty("common"), "r5", Must.COMMON_SEARCH);
        search(byline, "R5 word in 0.01 %", words.getProperty("rare"), "r5", Must.SEARCH);
        search(byline, "R5 misspelt", words.getProperty("misspelt"), "r5-misspelt", Must.SEARCH);
    }

    private void search(Server byline, String work, String word, String script, Must must) {
        var path = R2 + "?q=" + word;
        if (isThere(work, byline, path)) {
            pair(work, must, byline, one(path), script, Map.of("word", word));
        }
    }

    private boolean isThere(String work, Server byline, String path) {
        int status = byline.get(path).statusCode();
        if (status != 200) {
            lines.add(Line.missing(work, "not there yet: " + status));
        }
        return status == 200;
    }

    /// At once and after an idle half minute, beside an empty Quarkus that was driven as well.
    private void memory(String work, Server byline) {
        double resident = byline.resident();
        try (var empty = machine.empty()) {
            for (int connections : CONNECTIONS) {
                drive(one("/"), empty, connections);
            }
            memory(work, resident, empty.resident());
            Processes.pause(IDLE);
            memory(work + ", idle", byline.resident(), empty.resident());
        }
    }

    private void memory(String work, double resident, double empty) {
        lines.add(Line.single(work, resident, empty, "under 300 MB", resident < 300));
    }

    private void pair(
            String work,
            Must must,
            Server byline,
            Wrk wrk,
            String script,
            Map<String, String> variables) {
        pair(
                work,
                must,
                PGBENCH,
                connections -> drive(wrk, byline, connections),
                pgbench(script, variables));
    }

    private void pair(
            String work, Must must, String against, IntFunction<Run> ours, IntFunction<Run> limit) {
        System.err.println(work);
        warm(ours, must == Must.WRITE ? WARM_UP_OF_WRITES : WARM_UP);
        warm(limit, WARM_UP_OF_LIMIT);
        for (int connections : CONNECTIONS) {
            var best = ours.apply(connections);
            var bestLimit = limit.apply(connections);
            for (int turn = 1; turn < TURNS; turn++) {
                best = Run.better(best, ours.apply(connections));
                bestLimit = Run.better(bestLimit, limit.apply(connections));
            }
            lines.add(must.line(work, connections, best, against, bestLimit));
        }
    }

    private int seconds = SECONDS;

    private void warm(IntFunction<Run> drive, int duration) {
        seconds = duration;
        drive.apply(CONNECTIONS[0]);
        seconds = SECONDS;
    }

    private Run drive(Wrk wrk, Server server, int connections) {
        return wrk.drive(server, postgres, connections, seconds);
    }

    private IntFunction<Run> pgbench(String script, Map<String, String> more) {
        var variables = new java.util.HashMap<>(more);
        variables.put("stories", Integer.toString(stories));
        var file = bench.resolve("sql").resolve(script + ".sql");
        return connections -> postgres.pgbench(file, connections, seconds, variables);
    }

    private Wrk one(String path) {
        return script("report.lua", path);
    }

    private Wrk random(String path, int many, int step) {
        return script("random.lua", "", path, Integer.toString(many), Integer.toString(step));
    }

    private Wrk script(String script, String path, String... arguments) {
        return new Wrk(bench.resolve("wrk"), script, path, List.of(arguments));
    }
}
