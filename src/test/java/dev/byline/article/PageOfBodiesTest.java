package dev.byline.article;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A page that holds long texts ends before it weighs too much, and the walk loses nothing.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PageOfBodiesTest {
    private static final int BYTES = 600_000;

    private final Given given = new Given();

    @Test
    void ends_early_and_goes_on_with_the_next() {
        var made =
                IntStream.range(0, 5)
                        .mapToObj(_ -> given.article().with("body", "x ".repeat(BYTES / 2)))
                        .map(article -> article.published().slug())
                        .toList();
        assertEquals(made.reversed(), walk("after", "next", ""));
        assertEquals(made, walk("after", "next", "&sort=publishedAt"));
    }

    @Test
    void has_one_item_however_long() {
        Made longest = given.article().with("body", "x".repeat(1_048_576)).published();
        given.reader()
                .get("/articles?fields=slug,body,bodyHtml,bodyText")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].slug", equalTo(longest.slug()));
    }

    private List<String> walk(String parameter, String cursor, String more) {
        var slugs = new ArrayList<String>();
        var place = "";
        do {
            var page =
                    given.reader()
                            .get("/articles?limit=100&fields=slug,body" + more + place)
                            .then()
                            .statusCode(200)
                            .extract();
            assertTrue(page.asByteArray().length < 2_100_000);
            slugs.addAll(page.path("data.slug"));
            var next = page.<String>path("page." + cursor);
            place = next == null ? null : "&" + parameter + "=" + next;
        } while (place != null);
        return slugs;
    }
}
