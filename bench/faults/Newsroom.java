package bench.faults;

import bench.Failure;
import bench.Machine;
import bench.Postgres;
import bench.Processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Twenty editors at ten articles: edits, merges, autosaves, corrections, publications, restores and
/// releases at random, and the server is killed in between. What was acknowledged is in the history,
/// the timelines are in order, and the log tells of all of it.
final class Newsroom {
    private static final int EDITORS = 20;
    private static final int ARTICLES = 10;
    private static final int PARAGRAPHS = 12;
    private static final int KILLS = 4;
    private static final Duration SHIFT = Duration.ofSeconds(15);

    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> articles = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();

    /// Words that were saved, by acknowledged edits that no later one may take back unseen.
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

    static void run(Machine machine, Postgres postgres, Verdicts verdicts) {
        verdicts.title("%d editors at %d articles, and %d kills".formatted(EDITORS, ARTICLES, KILLS));
        new Newsroom().run(machine, postgres, verdicts, machine.token());
    }

    private void run(Machine machine, Postgres postgres, Verdicts verdicts, String token) {
        for (int kill = 0; kill <= KILLS; kill++) {
            try (var server = machine.byline(postgres, Map.of())) {
                var admin = new Client(server.address(), token);
                if (articles.isEmpty()) {
                    begin(admin);
                }
                try (var _ =
                        new Crowd()
                                .join(
                                        EDITORS,
                                        Duration.ofMillis(20),
                                        number -> work(admin.with(tokens.get(number))))) {
                    Processes.pause(SHIFT);
                    if (kill < KILLS) {
                        server.kill();
                    }
                }
            }
        }
        verdict(postgres, verdicts);
    }

    private void begin(Client admin) {
        for (int number = 0; number < EDITORS; number++) {
            var account =
                    made(
                            admin.post(
                                    "/accounts",
                                    "{\"name\": \"Editor %s %d\", \"role\": \"editor\"}"
                                            .formatted(run, number),
                                    null));
            var made =
                    admin.post(
                            "/tokens",
                            "{\"account\": \"%s\", \"name\": \"bench\"}".formatted(account),
                            null);
            made(made);
            tokens.add(made.json().path("secret").asText());
        }
        for (int number = 0; number < ARTICLES; number++) {
            articles.add(
                    made(
                            admin.post(
                                    "/articles",
                                    "{\"title\": \"Newsroom %s %d\", \"body\": \"%s\", \"publication\": {}}"
                                            .formatted(run, number, body()),
                                    null)));
        }
    }

    private static String made(Client.Answer answer) {
        if (!answer.isGood()) {
            throw new Failure("Nothing was made: " + answer);
        }
        return answer.json().path("id").asText();
    }

    private static String body() {
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj("Paragraph %d as it was at first."::formatted)
                .collect(Collectors.joining("\\n\\n"));
    }

    private void work(Client editor) {
        var random = ThreadLocalRandom.current();
        var path = "/articles/" + articles.get(random.nextInt(ARTICLES));
        switch (random.nextInt(10)) {
            case 0, 1 -> edit(editor, path, "", true);
            case 2, 3, 4 -> edit(editor, path, "?merge=true", false);
            case 5 -> correct(editor, path);
            case 6 -> note("autosave", editor.patch(path + "?autosave=true", summary(marker())));
            case 7 -> note("publish", editor.conditional("PUT", path + "/publication", "{}", "*"));
            case 8 ->
                    note(
                            "restore",
                            editor.post(path + "/revisions", "{\"restore\": 1}", null));
            default -> release(editor);
        }
    }

    private String marker() {
        return "m%s-%d".formatted(run, next.incrementAndGet());
    }

    /// Of one field, or of a paragraph after a rest in which others save.
    private void edit(Client editor, String path, String how, boolean ofSummary) {
        var read = editor.get(path + "?fields=body");
        if (!read.isGood()) {
            note("read", read);
            return;
        }
        var marker = marker();
        var patch = ofSummary ? summary(marker) : paragraph(read, marker);
        var saved = editor.conditional("PATCH", path + how, patch, read.etag());
        note(ofSummary ? "edit" : "merge", saved);
        if (saved.isGood()) {
            acknowledged.add(marker);
        }
    }

    private static String summary(String marker) {
        return "{\"summary\": \"%s\"}".formatted(marker);
    }

    private static String paragraph(Client.Answer read, String marker) {
        var paragraphs = read.json().path("body").asText().split("\n\n");
        paragraphs[ThreadLocalRandom.current().nextInt(paragraphs.length)] =
                "It says %s now.".formatted(marker);
        return "{\"body\": \"%s\"}".formatted(String.join("\\n\\n", paragraphs));
    }

    private void correct(Client editor, String path) {
        var marker = marker();
        var corrected =
                editor.patch(
                        path + "?base=live",
                        "{\"subtitle\": \"%s\", \"publication\": {}}".formatted(marker));
        note("correct", corrected);
        if (corrected.isGood()) {
            acknowledged.add(marker);
        }
    }

    private void release(Client editor) {
        var random = ThreadLocalRandom.current();
        var items =
                random.ints(0, ARTICLES)
                        .distinct()
                        .limit(3)
                        .mapToObj(one -> "{\"article\": \"%s\"}".formatted(articles.get(one)))
                        .collect(Collectors.joining(", "));
        var made =
                editor.post(
                        "/releases",
                        "{\"name\": \"Release %s\", \"items\": [%s]}".formatted(marker(), items),
                        null);
        note("release", made);
        if (made.isGood()) {
            var path = "/releases/" + made.json().path("id").asText() + "/publication";
            note("send out", editor.conditional("PUT", path, "{}", "*"));
            if (random.nextBoolean()) {
                note("take back", editor.conditional("DELETE", path, null, "*"));
            }
        }
    }

    private void note(String act, Client.Answer answer) {
        statuses.computeIfAbsent(act + " " + answer.status(), _ -> new LongAdder()).increment();
    }

    private void verdict(Postgres postgres, Verdicts verdicts) {
        verdicts.tell(
                statuses.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        var ours = "(select id from article a where exists (select from revision r where r.article_id = a.id"
                + " and r.number = 1 and r.title like 'Newsroom " + run + " %'))";
        var lost =
                postgres.number(
                        "select count(*) from unnest('{%s}'::text[]) m (marker)"
                                        .formatted(String.join(",", acknowledged))
                                + " where not exists (select from revision r where r.article_id in "
                                + ours
                                + " and (r.summary = marker or r.subtitle = marker or strpos(r.body, 'says ' || marker || ' now') > 0))");
        verdicts.must(
                lost == 0,
                "each of %d acknowledged edits is in the history".formatted(acknowledged.size()));
        verdicts.must(
                statuses.keySet().stream().noneMatch(status -> status.endsWith(" 500")),
                "nothing was answered with 500");
        verdicts.must(
                postgres.number(
                                "select count(*) from revision r join revision o on o.article_id = r.article_id and"
                                        + " o.number > r.number and tstzrange(o.live_from, o.live_until) && tstzrange(r.live_from,"
                                        + " r.live_until) where r.live_from is not null and o.live_from is not null and r.article_id in "
                                        + ours)
                        == 0,
                "no two revisions are live at once");
        verdicts.must(
                postgres.number(
                                "select count(*) from article a where a.id in "
                                        + ours
                                        + " and (a.newest_revision <> (select max(number) from revision where article_id = a.id)"
                                        + " or a.published_at <> (select min(live_from) from revision where article_id = a.id))")
                        == 0,
                "each article names its newest revision, and when it was first published");
        verdicts.must(
                postgres.number(
                                "select count(*) from revision r where r.number > 1 and r.article_id in "
                                        + ours
                                        + " and not exists (select from change c where c.subject_id = r.article_id"
                                        + " and c.revision_after = r.number)")
                        == 0,
                "the log tells of each revision");
        verdicts.must(
                postgres.number(
                                "select count(*) from revision r where r.live_from is not null and r.article_id in "
                                        + ours
                                        + " and not exists (select from change c where c.subject_id = r.article_id"
                                        + " and c.act = 'article.published' and c.revision_after = r.number)")
                        == 0,
                "and of each that was published");
        verdicts.must(
                postgres.number(
                                "select count(*) from change c where c.revision_after is not null and c.subject_id in "
                                        + ours
                                        + " and not exists (select from revision r where r.article_id = c.subject_id"
                                        + " and r.number = c.revision_after)")
                        == 0,
                "and of none that is not there");
        verdicts.must(
                postgres.number(
                                "select count(*) from release r where r.name like 'Release m" + run + "-%' and"
                                        + " (select count(*) filter (where act = 'release.published') - count(*) filter (where act = 'release.taken-back')"
                                        + " from change c where c.subject_id = r.id)"
                                        + " <> (r.at is not null)::int")
                        == 0,
                "each release is out, or is not, as the log has it");
    }
}
