package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list costs, and what a walk through its pages meets.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListingTest {

    private static final int MOST_STATEMENTS = 4;

    private final Given given = new Given();

    @Inject SessionFactory sessions;

    @Test
    void a_longer_page_costs_no_more_statements() {
        var authors = List.of(given.author(), given.author(), given.author());
        var tags = List.of(given.tag(), given.tag());
        for (var n = 0; n < 100; n++) {
            var article =
                    given.article()
                            .by(authors.get(n % 3), authors.get((n + 1) % 3))
                            .about(tags.get(n % 2))
                            .published();
            if (n % 10 == 0) {
                given.approvedComment(article);
            }
        }
        assertSameCost(given.reader(), given.reader(), "&count=exact");
        assertSameCost(given.editor(), given.editor(), "");
    }

    /// Hibernate counts the statements that it prepares, to which the settings of the
    /// transaction do not belong.
    private void assertSameCost(
            RequestSpecification one, RequestSpecification other, String query) {
        var short20 = statements(one, 20, query);
        var long100 = statements(other, 100, query);
        assertEquals(short20, long100);
        assertTrue(long100 <= MOST_STATEMENTS, long100 + " statements");
    }

    private long statements(RequestSpecification caller, int limit, String query) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            caller.get("/articles?include=authors,tags&limit=" + limit + query)
                    .then()
                    .statusCode(200)
                    .body("data.size()", equalTo(limit));
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "title", "-title,publishedAt"})
    void a_walk_meets_what_stands_throughout_exactly_once(String sort) {
        var standing = IntStream.range(0, 24).mapToObj(n -> article(n).id()).sorted().toList();
        var traffic = new Traffic(standing);

        var onwards = new ArrayList<String>();
        var page = page("sort=" + sort, onwards);
        var last = page;
        for (var next = page.getString("page.next"); next != null; ) {
            traffic.flows();
            last = page("sort=" + sort + "&after=" + next, onwards);
            next = last.getString("page.next");
        }
        var back = new ArrayList<>(last.<String>getList("data.id"));
        for (var prev = last.getString("page.prev"); prev != null; ) {
            traffic.flows();
            prev = page("sort=" + sort + "&before=" + prev, back).getString("page.prev");
        }

        assertEquals(standing, met(standing, onwards));
        assertEquals(standing, met(standing, back));
        assertTrue(traffic.passed > 8, "traffic between the pages");
    }

    @Test
    void a_walk_gets_past_every_character_that_a_title_may_hold() {
        var titles = List.of("a\u00a0b", "a%1fb", "a\ufffdb", "a%b", "a\ud83d\ude00b");
        titles.forEach(title -> given.article().titled(title).published());
        var met = new ArrayList<String>();
        for (String next = ""; next != null; ) {
            var page =
                    given.reader()
                            .get("/articles?sort=title&limit=1&fields=title" + next)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            met.addAll(page.getList("data.title"));
            var cursor = page.getString("page.next");
            next = cursor == null ? null : "&after=" + cursor;
        }
        assertEquals(titles.stream().sorted().toList(), met.stream().sorted().toList());
    }

    private static List<String> met(List<String> standing, List<String> all) {
        return all.stream().filter(standing::contains).sorted().toList();
    }

    private JsonPath page(String query, List<String> met) {
        var page = given.reader().get("/articles?limit=4&" + query).then().extract().jsonPath();
        met.addAll(page.getList("data.id"));
        return page;
    }

    /// Three by three of the same title and first instant, so that the id has to decide.
    private Made article(int n) {
        return given.article()
                .titled("Title " + n % 10)
                .publishedAt(Instant.parse("2020-01-%02dT00:00:00Z".formatted(1 + n % 10)));
    }

    /// Another client. It writes between two pages, not at the same time as one: a page is read
    /// from one snapshot, so there is no more to meet, and what fails can be run again.
    private final class Traffic {

        private final List<String> standing;
        private final List<String> coming = new ArrayList<>();
        private int passed;

        private Traffic(List<String> standing) {
            this.standing = standing;
        }

        /// Two come, one moves, one goes, wherever in the order they stand; and of one that
        /// stands the text changes, but not its place.
        void flows() {
            coming.add(article(7 * passed).id());
            coming.add(article(3 * passed + 1).id());
            Collections.rotate(coming, 1);
            edit(coming.getFirst(), "title", "Title " + (passed * 7 + 5) % 10 + "½");
            edit(standing.get(passed % standing.size()), "summary", "Pass " + passed);
            given.editor()
                    .header("If-Match", "*")
                    .delete("/articles/{id}", coming.removeLast())
                    .then()
                    .statusCode(204);
            passed++;
        }

        private void edit(String article, String property, String value) {
            given.editor()
                    .contentType(JSON)
                    .body(Map.of(property, value, "publication", Map.of()))
                    .patch("/articles/{id}", article)
                    .then()
                    .statusCode(200);
        }
    }
}
