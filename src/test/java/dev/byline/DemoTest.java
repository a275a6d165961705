package dev.byline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// What `./byline demo` fills a new installation with.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DemoTest {
    private final Given given = new Given();

    @TestHTTPResource("/")
    URI server;

    @Test
    void is_a_publication_with_a_plan_drafts_and_a_comment_that_waits() throws Exception {
        new Demo("http://localhost:" + server.getPort(), given.token(Role.EDITOR)).run();
        given.reader().get("/articles").then().body("data", hasSize(12));
        given.reader().get("/articles/a-night-at-the-council").then().statusCode(200);
        given.editor().get("/articles?status=draft").then().body("data", hasSize(2));
        given.editor()
                .get("/articles?status=scheduled")
                .then()
                .body("data.slug", contains("tomorrow-the-ferry-returns"));
        given.moderator()
                .get("/comments?status=held")
                .then()
                .body("data", hasSize(1))
                .body("data[0].name", equalTo("A reader"));
        given.reader().get("/comments/019329c5-1b40-7d21-8f60-3c9a5e7b1d02").then().statusCode(200);
    }
}
