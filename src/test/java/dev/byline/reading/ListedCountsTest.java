package dev.byline.reading;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of how many articles readers find is what counting them yields, whatever editors
/// do, now and at every later instant of the timeline. Lists, and their totals, say the same.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListedCountsTest {
    private static final int COMMANDS = 60;

    /// Keys with their numbers, by the kept counts and by the revisions, that differ.
    private static final String DIFFERENCES =
            """
            with instants as (
                select now() + make_interval(days => day) as t from generate_series(0, 9) day
            ), kept as (
                select c.term_id, c.month, i.t, sum(c.articles) as articles
                from instants i join listed_count c on c.at <= i.t
                group by 1, 2, 3 having sum(c.articles) <> 0
            ), live as (
                select i.t, a.published_at, r.id from instants i cross join article a
                join revision r on r.article_id = a.id and r.live_from <= i.t
                    and (r.live_until is null or r.live_until > i.t)
                where a.trashed_at is null
            ), counted as (
                select uuid '00000000-0000-0000-0000-000000000000' as term_id, null::date as month, t, count(*) as articles
                from live group by t
                union all
                select uuid '00000000-0000-0000-0000-000000000000',
                    date_trunc('month', published_at at time zone 'UTC')::date, t, count(*) from live group by 2, 3
                union all
                select tag_id, null, t, count(*) from live join revision_tag on revision_id = id group by 1, 3
                union all
                select author_id, null, t, count(*) from live join revision_author on revision_id = id group by 1, 3
            )
            (select 'kept', * from (select * from kept except select * from counted) x)
            union all (select 'counted', * from (select * from counted except select * from kept) x)
            """;

    private static final List<String> QUESTIONS =
            List.of(
                    "fields=id",
                    "tag=TAG",
                    "author=AUTHOR&sort=publishedAt",
                    "tag=TAG&author=AUTHOR",
                    "tag=TAG&author=AUTHOR&sort=title",
                    "tag=TAG&sort=-updatedAt,title",
                    "tag=TAG&language=de",
                    "language=de&sort=title",
                    "author=AUTHOR&publishedAfter=2014-04-01&publishedBefore=2014-08-01",
                    "publishedAfter=2014-04-01",
                    "tag=TAG&filter=revision=gt=2",
                    "filter=tags.id==TAG",
                    "filter=tags.id==TAG;authors.id==AUTHOR&sort=title",
                    "author=AUTHOR&filter=tags.id==TAG;revision=gt=1;status==published");

    @Inject DataSource database;

    private final Given given = new Given();
    private final List<Made> articles = new ArrayList<>();
    private final List<Made> tags = new ArrayList<>();
    private final List<Made> authors = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void are_what_counting_yields_whatever_is_done(long seed) throws SQLException {
        var random = new Random(seed);
        for (var count = 0; count < 3; count++) {
            tags.add(given.tag());
            authors.add(given.author());
        }
        for (var count = 0; count < COMMANDS; count++) {
            var done = command(random);
            assertEquals(List.of(), differences(), "after " + done);
            assertListed(QUESTIONS.get(random.nextInt(QUESTIONS.size())), "after " + done);
        }
        for (var question : QUESTIONS) {
            assertListed(question, "at the end");
        }
        run("update listed_count set at = at - interval '2 minutes' where at <= now()");
        run("select sum_up_listed_counts()");
        assertEquals(List.of(), differences(), "after they were summed up");
    }

    /// Readers get what an editor is told to be live at this instant, and as many as it says.
    private void assertListed(String question, String when) throws SQLException {
        var query =
                question.replace("TAG", tags.get(0).id()).replace("AUTHOR", authors.get(0).id());
        var asked = "/articles?limit=100&count=exact&" + query;
        var found = given.reader().get(asked).then().statusCode(200).extract().jsonPath();
        var live = given.editor().get(asked + "&asOf=" + now()).then().extract().jsonPath();
        assertEquals(live.getList("data.id"), found.getList("data.id"), query + " " + when);
        assertEquals(
                found.getList("data.id").size(), found.getInt("page.total"), query + " " + when);
        var newest = asked.replace("updatedAt", "savedAt");
        var all = given.editor().get(newest).then().statusCode(200).extract().jsonPath();
        assertEquals(all.getList("data.id").size(), all.getInt("page.total"), query + " " + when);
    }

    private String now() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant().toString();
        }
    }

    private String command(Random random) {
        if (articles.size() < 4) {
            articles.add(given.article().about(tags.get(0)).by(authors.get(0)).draft());
        }
        var article = "/articles/" + articles.get(random.nextInt(articles.size())).id();
        var at = Instant.now().plus(1 + random.nextInt(8), ChronoUnit.DAYS).toString();
        var command = random.nextInt(9);
        var status =
                switch (command) {
                    case 0, 1 -> send("PUT", article + "/publication", Map.of());
                    case 2 -> send("PUT", article + "/publication", Map.of("from", at));
                    case 3 -> send("PUT", article + "/publication", Map.of("until", at));
                    case 4 -> send("DELETE", article + "/publication", null);
                    case 5 -> send("DELETE", article + "/publication?at=" + at, null);
                    case 6 -> send("PATCH", article, edit(random));
                    case 7 -> send("DELETE", article, null);
                    default -> send("DELETE", article + "/trash", null);
                };
        return command + " " + article + " " + at + ": " + status;
    }

    private Map<String, Object> edit(Random random) {
        var edit = new HashMap<String, Object>();
        edit.put("language", random.nextBoolean() ? "de" : "en");
        edit.put("title", "Article " + random.nextInt());
        edit.put("tags", List.of(tags.get(random.nextInt(3)).id()));
        edit.put("authors", authors.subList(0, random.nextInt(4)).stream().map(Made::id).toList());
        if (random.nextBoolean()) {
            edit.put("publication", Map.of());
        } else if (random.nextBoolean()) {
            edit.put(
                    "publication",
                    Map.of("from", "2014-0%d-01T00:00:00Z".formatted(1 + random.nextInt(9))));
        }
        return edit;
    }

    private int send(String method, String path, Map<String, ?> body) {
        var request = given.editor().header("If-Match", "*");
        if (body != null) {
            request.contentType(JSON).body(body);
        }
        return request.request(method, path).statusCode();
    }

    private List<String> differences() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(
                        "%s %s %s %s: %d"
                                .formatted(
                                        rows.getString(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getLong(5)));
            }
            return found;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
