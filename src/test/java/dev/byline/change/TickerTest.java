package dev.byline.change;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.database.OwnConnections;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What time does stands in the change log, once. The plans of a test are made an hour older
/// behind the server's back, rather than waited for.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TickerTest {
    private static final String BY_TIME = "act in ('article.went-live', 'article.ended')";

    @Inject DataSource database;
    @Inject OwnConnections connections;
    @Inject @All List<Transitions> transitions;

    private final Given given = new Given();
    private Ticker one;
    private Ticker other;

    @BeforeEach
    void begin() throws SQLException {
        one = new Ticker(transitions, connections);
        other = new Ticker(transitions, connections);
        run("insert into ticker (until) values (now() - interval '1 day')");
    }

    @AfterEach
    void end() {
        one.connection.close();
        other.connection.close();
    }

    @Test
    void enters_nothing_of_what_is_to_come_or_was_done_by_a_command() throws SQLException {
        given.article().scheduled();
        given.article().published();
        given.article().withdrawn();
        given.article().publishedAt(Instant.now().minusSeconds(60));
        assertEquals(0, one.tick());
    }

    @Test
    void enters_nothing_of_what_is_in_the_trash() throws SQLException {
        var article = plan();
        delete(article, "");
        pass();
        assertEquals(0, one.tick());
        delete(article, "/trash");
        assertEquals(0, one.tick());
    }

    @Test
    void enters_what_went_live_and_what_ended_at_their_instants() throws SQLException {
        plan();
        pass();
        assertEquals(2, one.tick());
        assertEquals(0, one.tick());
        assertEquals(
                List.of("article.went-live null 1 from", "article.ended 1 null until"),
                column(
                        """
                        select concat_ws(' ', act, coalesce(revision_before::text, 'null'),
                            coalesce(revision_after::text, 'null'),
                            case at when live_from then 'from' when live_until then 'until' end)
                        from change, revision where account_id is null and origin is null and %s order by change.id
                        """
                                .formatted(BY_TIME)));
    }

    @Test
    void enters_once_what_gives_way_to_another_revision() throws SQLException {
        var article = given.article().published();
        var from = Instant.now().plusSeconds(1_800);
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Later", "publication", Map.of("from", from.toString())))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
        pass();
        assertEquals(1, one.tick());
        assertEquals(
                List.of("article.went-live 1 2"),
                column(
                        "select concat_ws(' ', act, revision_before, revision_after) from change where "
                                + BY_TIME));
    }

    @Test
    void enters_that_a_release_went_out_unless_a_command_sent_it() throws SQLException {
        release(Map.of());
        release(Map.of("at", Instant.now().plusSeconds(1_800).toString()));
        pass();
        run("update release set at = at - interval '1 hour' where at > now()");
        assertEquals(2, one.tick());
        assertEquals(0, one.tick());
        assertEquals(
                List.of("release.planned"),
                column(
                        """
                        select p.act from change g join change p on p.subject_id = g.subject_id
                        where g.act = 'release.went-out' and p.id < g.id and p.act <> 'release.created'
                        """));
    }

    private void release(Map<String, ?> plan) {
        var items = List.of(Map.of("article", given.article().draft().id()));
        var made = given.term("/releases", Map.of("name", "Tonight", "items", items));
        var status =
                given.editor()
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .body(plan)
                        .put("/releases/{id}/publication", made.id())
                        .statusCode();
        assertEquals(200, status);
    }

    /// The instants of 300 articles, while both tick at once.
    @Test
    void two_enter_each_once() throws Exception {
        plan();
        var many = 300;
        copy(many - 1);
        pass();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var ticks =
                    Stream.of(one, other).map(ticker -> (Callable<Integer>) ticker::tick).toList();
            var written = 0;
            for (var tick : threads.invokeAll(ticks)) {
                written += tick.get();
            }
            assertEquals(2 * many, written);
        }
        assertEachOnce(2 * many);
    }

    /// More than one transaction takes.
    @Test
    void a_thousand_and_more_are_entered_in_turns() throws SQLException {
        plan();
        copy(599);
        pass();
        assertEquals(1_000, one.tick());
        assertEquals(200, other.tick());
        assertEquals(0, one.tick());
        assertEachOnce(1_200);
        assertEquals(
                List.of("0"),
                column(
                        """
                        select count(*) from change a join change b on b.id > a.id and b.at < a.at
                        where a.%1$s and b.%1$s
                        """
                                .formatted("act = 'article.went-live'")));
    }

    /// One holds the ticker and has written, and is killed before it commits.
    @Test
    void what_one_that_is_killed_had_begun_the_other_enters() throws SQLException {
        plan();
        pass();
        try (var killed = database.getConnection()) {
            killed.setAutoCommit(false);
            try (var statement = killed.createStatement()) {
                statement.execute("select from ticker for update");
                statement.execute(
                        "insert into change (act, subject_type, subject_id) select 'article.ended', 'article', id from article");
                assertEquals(0, other.tick());
            } finally {
                killed.rollback();
                killed.setAutoCommit(true);
            }
        }
        assertEquals(2, other.tick());
        assertEachOnce(2);
    }

    /// A plan that was made before its instant and committed after it.
    @Test
    void what_was_planned_late_is_not_left_out() throws SQLException {
        given.article().draft();
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.createStatement()) {
                statement.execute(
                        """
                        update article set published_at = clock_timestamp();
                        update revision set live_from = clock_timestamp()
                        """);
                assertEquals(0, one.tick());
            } finally {
                late.commit();
                late.setAutoCommit(true);
            }
        }
        assertEquals(1, one.tick());
    }

    /// From half an hour on, for twenty minutes.
    private Made plan() {
        var from = Instant.now().plusSeconds(1_800);
        var until = from.plusSeconds(1_200);
        return given.article()
                .with("publication", Map.of("from", from.toString(), "until", until.toString()))
                .draft();
    }

    /// The same plan for so many more articles.
    private void copy(int many) throws SQLException {
        run(
                """
                create temp table twin on commit drop as
                    select a.*, gen_random_uuid() as twin, n from article a, generate_series(1, %d) n;
                insert into article (id, version, slug, newest_revision, comments_open, created_at, changed_at, published_at)
                    select twin, version, slug || n, newest_revision, comments_open, created_at, changed_at, published_at from twin;
                insert into revision (id, article_id, number, title, body, body_format, language, saved_at, rendering_version,
                        body_html, body_text, word_count, live_from, live_until)
                    select gen_random_uuid(), t.twin, r.number, r.title, r.body, r.body_format, r.language, r.saved_at,
                        r.rendering_version, r.body_html, r.body_text, r.word_count,
                        r.live_from + t.n * interval '1 ms', r.live_until + t.n * interval '1 ms'
                    from revision r join twin t on t.id = r.article_id
                """
                        .formatted(many));
    }

    /// An hour.
    private void pass() throws SQLException {
        run(
                """
                update revision set live_from = live_from - interval '1 hour',
                    live_until = live_until - interval '1 hour'
                """);
    }

    private void assertEachOnce(int many) throws SQLException {
        assertEquals(
                List.of(many + " " + many),
                column(
                        "select count(*) || ' ' || count(distinct (subject_id, act, at)) from change where "
                                + BY_TIME));
    }

    private void delete(Made article, String what) {
        var status =
                given.editor()
                        .header("If-Match", "*")
                        .delete("/articles/" + article.id() + what)
                        .statusCode();
        assertTrue(status < 300);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
