package dev.byline.change;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Several follow the log while several write: each meets each entry once, and all in one order.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeReadersTest {
    private static final int WRITERS = 8;
    private static final int READERS = 3;
    private static final int WRITES = 12;

    @Inject DataSource database;

    private final Given given = new Given();

    private record Entry(long position, String subject, Integer before, Integer after) {
        static Entry of(Map<String, ?> entry) {
            return new Entry(
                    ((Number) entry.get("position")).longValue(),
                    ((Map<?, ?>) entry.get("subject")).get("id").toString(),
                    (Integer) entry.get("revisionBefore"),
                    (Integer) entry.get("revisionAfter"));
        }
    }

    @Test
    void each_reader_meets_each_entry_once_and_in_order() throws Exception {
        var articles = Stream.generate(() -> given.article().draft()).limit(WRITERS / 2).toList();
        var isWritten = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, READERS)
                            .mapToObj(_ -> threads.submit(() -> follow(isWritten)))
                            .toList();
            threads.invokeAll(
                            IntStream.range(0, WRITERS)
                                    .mapToObj(n -> writer(n, articles.get(n / 2)))
                                    .toList())
                    .forEach(ChangeReadersTest::get);
            isWritten.set(true);
            var all = positions();
            for (var reader : readers) {
                var seen = get(reader);
                assertEquals(all, seen.stream().map(Entry::position).toList());
                articles.forEach(article -> assertFollowing(article, seen));
            }
        }
    }

    /// Every other one waits for the lock of an article that another has, and has written before.
    private Callable<Void> writer(int number, Made article) {
        return () -> {
            for (var n = 0; n < WRITES; n++) {
                var request =
                        given.editor()
                                .contentType(JSON)
                                .header("Idempotency-Key", "key-" + number + "-" + n);
                if (number % 2 == 0) {
                    request.body(Map.of("title", "Title " + n))
                            .patch("/articles/{id}", article.id())
                            .then()
                            .statusCode(200);
                } else {
                    var answer =
                            request.body(Map.of("restore", 1, "note", "Note " + n))
                                    .post("/articles/{id}/revisions", article.id());
                    assertEquals(2, answer.statusCode() / 100);
                }
            }
            return null;
        };
    }

    private List<Entry> follow(AtomicBoolean isWritten) {
        var seen = new ArrayList<Entry>();
        var address = "/changes?limit=7";
        while (true) {
            var isLast = isWritten.get();
            var page = given.editor().get(address).then().statusCode(200).extract().jsonPath();
            page.<Map<String, ?>>getList("data").forEach(one -> seen.add(Entry.of(one)));
            address = "/changes?limit=7&after=" + page.getString("resumeAfter");
            if (isLast && page.getString("page.next") == null) {
                return seen;
            }
        }
    }

    /// Each begins with the revision that the one before left.
    private static void assertFollowing(Made article, List<Entry> seen) {
        Integer last = null;
        for (var entry : seen) {
            if (entry.subject().equals(article.id())) {
                assertEquals(last, entry.before());
                last = entry.after();
            }
        }
        assertTrue(last > WRITES);
    }

    private List<Long> positions() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from change order by id")) {
            var all = new ArrayList<Long>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
