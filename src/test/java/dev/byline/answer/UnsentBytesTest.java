package dev.byline.answer;

import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnsentBytesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String[] FIELDS = {"id", "slug", "body", "summary", "tags", "authors"};
    private static final int READERS = FIELDS.length;

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @Inject
    @DataSource("reads")
    AgroalDataSource readers;

    @Inject AgroalDataSource writers;
    @Inject UnsentBytes unsent;

    @Test
    void do_not_count_what_was_made_for_readers_who_had_hung_up() throws Exception {
        var article = given.article().published();
        var sockets = new ArrayList<Socket>();
        try (var locking = writers.getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("lock table revision");
            for (var number = 0; number < READERS; number++) {
                sockets.add(
                        ask(
                                "/articles/%s?fields=title,%s"
                                        .formatted(article.id(), FIELDS[number])));
            }
            Locks.awaitWaiting(locking, READERS);
            for (var socket : sockets) {
                socket.close();
            }
            // a hang-up that is known before: this comes in behind it
            given.reader().get("/me").then().statusCode(200);
            locking.rollback();
            locking.setAutoCommit(true);
        }
        Await.until(SOON, () -> readers.getMetrics().activeCount() == 0);
        given.reader().get("/articles/" + article.id()).then().statusCode(200);
        Await.until(SOON, () -> unsent.sum() == 0);
    }

    private Socket ask(String path) throws IOException {
        var socket = Wire.connect(server);
        var head = "GET /api/v1%s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
