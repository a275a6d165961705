package dev.byline.cache;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.database.OwnConnections;
import dev.byline.http.Accept;
import dev.byline.http.Coding;
import dev.byline.http.MediaTypes;
import dev.byline.http.Negotiated;
import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// The cache of another server on the same database, with its own listener; and what happens when
/// this one's listener is cut off.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SeveralServersTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String OUTDATED =
            "insert into invalidation (message) values ('gone other.1 article:%s')";

    private static final Negotiated FORM =
            new Negotiated(MediaTypes.JSON, List.of(MediaTypes.JSON));

    private final Given given = new Given();
    private final ResponseCache other =
            new ResponseCache(new MemorySize(BigInteger.valueOf(1 << 20)), Duration.ZERO);
    private InvalidationListener listener;

    @Inject DataSource database;

    @Inject OwnConnections connections;

    @BeforeEach
    void listen() {
        listener = new InvalidationListener(other, new OwnInvalidations(), connections);
        listener.start(new StartupEvent());
        Await.until(LONGEST, () -> other.isTrusted(System.nanoTime()));
    }

    @AfterEach
    void stop() {
        listener.stop(new ShutdownEvent());
    }

    @Test
    void another_server_hears_of_a_change_and_of_no_draft() {
        var article = published("Before");
        keep(article, null);
        given.article().draft();
        patch(article, "{\"title\": \"A draft\"}");
        assertNotNull(find(article));
        patch(article, "{\"title\": \"Another\", \"publication\": {}}");
        Await.until(LONGEST, () -> find(article) == null);
    }

    /// They would read of it by themselves as well, a little later.
    @Test
    void other_servers_are_rung_for_a_change() throws SQLException {
        var article = given.article().published();
        try (var connection = connections.of("test", LONGEST, LONGEST, LONGEST).get()) {
            var bell = connection.unwrap(PGConnection.class);
            connection.createStatement().execute("listen " + Invalidation.CHANNEL);
            patch(article, "{\"title\": \"Another\", \"publication\": {}}");
            assertTrue(bell.getNotifications(Math.toIntExact(LONGEST.toMillis())).length > 0);
        }
    }

    @Test
    void another_server_hears_when_a_change_is_planned() {
        var article = published("Before");
        keep(article, null);
        var at = Instant.now().plusMillis(3_000);
        patch(
                article,
                "{\"title\": \"Another\", \"publication\": {\"from\": \"%s\"}}".formatted(at));
        assertNotNull(find(article));
        var asked = new AtomicReference<Instant>();
        var found = new AtomicReference<Instant>();
        Await.until(
                LONGEST,
                () -> {
                    found.set(asked.getAndSet(Instant.now()));
                    return find(article) == null;
                });
        assertTrue(found.get().isBefore(at.plusMillis(100)));
        assertTrue(Instant.now().isAfter(at.minusMillis(1_000)));
    }

    /// As where the server that wrote it was killed when it had committed.
    @Test
    void another_server_reads_of_a_change_for_which_nobody_rang() throws SQLException {
        var article = published("Before");
        keep(article, null);
        run(OUTDATED.formatted(article.id()));
        Await.until(LONGEST, () -> find(article) == null);
    }

    @Test
    void another_server_reads_of_a_change_that_is_committed_behind_later_ones()
            throws SQLException {
        var early = published("Early");
        var later = published("Later");
        keep(early, null);
        keep(later, null);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(OUTDATED.formatted(early.id()));
            run(OUTDATED.formatted(later.id()));
            Await.until(LONGEST, () -> find(later) == null);
            assertNotNull(find(early));
            connection.commit();
            connection.setAutoCommit(true);
        }
        Await.until(LONGEST, () -> find(early) == null);
    }

    @Test
    void a_reading_that_began_before_a_change_is_not_kept() {
        var article = given.article().published();
        var begin = other.begin();
        patch(article, "{\"title\": \"Another\", \"publication\": {}}");
        Await.until(
                LONGEST,
                () -> !other.isCurrent(begin, Stream.of("article:" + article.id()).toList()));
        other.keep(begin, answer(article, null));
        assertTrue(find(article) == null);
    }

    @Test
    void a_server_that_may_have_missed_something_serves_nothing_old() throws SQLException {
        var article = published("Before");
        Await.until(LONGEST, () -> timing(article).equals("cache;desc=hit"));
        keep(article, null);
        run(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'byline-listener'");
        // behind the servers' backs
        run("update revision set title = 'After'");
        Await.until(LONGEST, () -> timing(article).startsWith("cache;desc=miss"));
        given.reader()
                .get("/articles/" + article.id())
                .then()
                .header("Server-Timing", startsWith("cache"))
                .body("title", equalTo("After"));
        Await.until(LONGEST, () -> find(article) == null);
        Await.until(LONGEST, () -> other.isTrusted(System.nanoTime()));
        assertTrue(find(article) == null);
        Await.until(LONGEST, () -> timing(article).equals("cache;desc=hit"));
    }

    /// Not a moment later: what is read from then on may be old already.
    @Test
    void trust_ends_with_the_connection() throws SQLException {
        var article = published("Before");
        keep(article, null);
        run(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'byline-listener'");
        Await.until(LONGEST, () -> !other.isTrusted(System.nanoTime()));
        var begin = other.begin();
        Await.until(LONGEST, () -> other.isTrusted(System.nanoTime()));
        other.keep(begin, answer(article, null));
        assertTrue(find(article) == null);
    }

    private String timing(Made article) {
        return given.reader().get("/articles/" + article.id()).header("Server-Timing");
    }

    /// An article of whose publication the other server has heard.
    private Made published(String title) {
        var begin = other.begin();
        var article = given.article().titled(title).published();
        var keys = List.of("article:" + article.id());
        Await.until(LONGEST, () -> !other.isCurrent(begin, keys));
        return article;
    }

    private void keep(Made article, Duration rest) {
        other.keep(other.begin(), answer(article, rest));
        assertNotNull(find(article));
    }

    private static Answer answer(Made article, Duration rest) {
        var shown = SurrogateKeys.of(Stream.of("article:" + article.id()), System.nanoTime(), rest);
        return new RenderedAnswer(new byte[100], FORM, "tag", null, shown, Coding.IDENTITY, null)
                .answer("/" + article.id(), System.nanoTime());
    }

    private Answer find(Made article) {
        return other.find("/" + article.id(), Accept.of(null), System.nanoTime());
    }

    private void patch(Made article, String patch) {
        given.editor()
                .contentType(JSON)
                .body(patch)
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
