package dev.byline.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the metrics call a request is an address of the API, however it was answered.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequestMetricsTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String ARTICLE = "/api/v1/articles/{article}";

    private final Given given = new Given();

    @Inject MeterRegistry registry;

    @Test
    void however_many_addresses_are_tried_the_series_stay_few() {
        var before = uris();
        for (var n = 0; n < 120; n++) {
            RestAssured.given().get("/nowhere/" + n);
            RestAssured.given().get("/problems/none-" + n);
            given.reader().get("/articles/none-" + n);
            given.reader().get("/articles?nothing=" + n);
            given.reader().post("/tags/none-" + n);
            given.reader().get("/articles//" + n);
        }
        var added = uris();
        added.removeAll(before);
        assertTrue(added.size() < 6, added::toString);
    }

    @Test
    void what_the_cache_answers_is_counted_with_what_it_does_not() {
        var article = given.article().published();
        var before = count("GET", ARTICLE);
        for (var n = 0; n < 3; n++) {
            given.reader().get("/articles/" + article.slug()).then().statusCode(200);
        }
        // counted when its last byte is sent, which may be after it is read here
        Await.until(LONGEST, () -> count("GET", ARTICLE) >= before + 3);
        assertTrue(uris().stream().noneMatch(uri -> uri.contains(article.slug())));
    }

    private long count(String method, String uri) {
        return registry
                .find("http.server.requests")
                .tags("method", method, "uri", uri, "status", "200")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Set<String> uris() {
        return registry.find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
    }
}
