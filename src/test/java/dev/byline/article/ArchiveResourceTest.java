package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArchiveResourceTest {
    private final Given given = new Given();

    @Test
    void readers_may_not_look_at_another_instant_or_status() {
        given.reader().get("/articles/archive?asOf=2020-01-01T00:00:00Z").then().statusCode(401);
        given.reader().get("/articles/archive?status=draft").then().statusCode(401);
        given.reader().get("/articles/archive?limit=3").then().statusCode(400);
    }

    @Test
    void no_article_takes_its_address() {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Old", "slug", "archive", "body", ""))
                .post("/articles")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reserved"));
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Old", "body", "", "formerSlugs", List.of("old", "archive")))
                .post("/articles")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/formerSlugs/1"))
                .body("errors[0].code", equalTo("reserved"));
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Archive", "body", ""))
                .post("/articles")
                .then()
                .statusCode(201)
                .body("slug", equalTo("archive-2"));
    }

    @Test
    void is_empty_where_nothing_is_published() {
        given.article().draft();
        given.article().scheduled();
        given.article().withdrawn();
        given.article().trashed();
        given.reader()
                .get("/articles/archive")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("years", empty());
    }

    @Test
    void counts_by_month_in_utc_the_newest_first() {
        var law = given.tag("Law");
        given.article().publishedAt(Instant.parse("2019-12-31T23:59:59Z"));
        given.article().about(law).publishedAt(Instant.parse("2020-01-01T00:00:00Z"));
        given.article().publishedAt(Instant.parse("2020-03-05T00:00:00Z"));
        given.article().publishedAt(Instant.parse("2020-03-06T00:00:00Z"));
        given.reader()
                .get("/articles/archive")
                .then()
                .body("total", equalTo(4))
                .body("years.year", contains(2020, 2019))
                .body("years.count", contains(3, 1))
                .body("years[0].months.month", contains(3, 1))
                .body("years[0].months.count", contains(2, 1));
        given.reader()
                .get("/articles/archive?tag=law&publishedAfter=2020-01-01")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void editors_count_what_was_ever_published() {
        given.article().draft();
        given.article().withdrawn();
        given.editor().get("/articles/archive").then().body("total", equalTo(1));
        given.editor().get("/articles/archive?view=live").then().body("total", equalTo(0));
    }
}
