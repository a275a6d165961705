package dev.byline.reading;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NeighboursTest {
    private final Given given = new Given();

    @Test
    void lists_have_no_neighbours() {
        given.reader()
                .get("/articles?include=next")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void neighbours_are_shown_to_who_asks_for_them_alone() {
        var only = given.article().titled("Alone").published();
        read(only.slug(), "").body("$", not(hasKey("previous"))).body("$", not(hasKey("related")));
        read(only.slug(), "?include=previous,next,related")
                .body("title", equalTo("Alone"))
                .body("previous", nullValue())
                .body("next", nullValue())
                .body("related", empty());
        read(only.slug(), "?fields=slug,next").body("keySet()", containsInAnyOrder("slug", "next"));
    }

    @Test
    void the_one_before_and_the_one_after_are_the_nearest_that_readers_get() {
        given.article().titled("First").publishedAt(Instant.parse("2020-01-01T00:00:00Z"));
        given.article().titled("Second").publishedAt(Instant.parse("2020-01-02T00:00:00Z"));
        var third =
                given.article().titled("Third").publishedAt(Instant.parse("2020-01-03T00:00:00Z"));
        given.article().titled("Draft").draft();
        given.article().titled("Planned").scheduled();
        given.article().titled("Withdrawn").withdrawn();
        given.article().titled("Trashed").trashed();
        given.article().titled("Fourth").published();
        read(third.slug(), "?include=previous,next")
                .body("previous.title", equalTo("Second"))
                .body("previous.publishedAt", equalTo("2020-01-02T00:00:00Z"))
                .body("next.title", equalTo("Fourth"));
    }

    @Test
    void an_editor_who_reads_a_draft_finds_nothing_before_or_after_it() {
        given.article().published();
        var draft = given.article().titled("Draft").draft();
        given.editor()
                .get("/articles/" + draft.id() + "?include=previous,next,related")
                .then()
                .statusCode(200)
                .body("previous", nullValue())
                .body("next", nullValue());
    }

    @Test
    void related_are_live_articles_that_share_tags_authors_and_words_the_closest_first() {
        var ann = given.author("Ann");
        var law = given.tag("Law");
        var sea = given.tag("Sea");
        var story =
                given.article().titled("Harbour strike ends").by(ann).about(law, sea).published();
        given.article().titled("Nothing in common").published();
        given.article().titled("By her alone").by(ann).published();
        given.article().titled("Both tags").about(law, sea).published();
        given.article().titled("Harbour strike begins, law says").about(law).published();
        given.article().titled("Harbour strike, a draft").about(law, sea).draft();
        given.article().titled("Harbour strike, planned").about(law, sea).scheduled();
        given.article().titled("Harbour strike, withdrawn").about(law, sea).withdrawn();
        given.article().titled("Harbour strike, trashed").about(law, sea).trashed();
        read(story.slug(), "?include=related")
                .body(
                        "related.title",
                        contains("Harbour strike begins, law says", "Both tags", "By her alone"));
    }

    @Test
    void there_are_five_related_at_most() {
        var law = given.tag("Law");
        for (var count = 0; count < 7; count++) {
            given.article().titled("Law " + count).about(law).published();
        }
        read("law-3", "?include=related").body("related", hasSize(5));
    }

    private ValidatableResponse read(String slug, String query) {
        return given.reader().get("/articles/" + slug + query).then().statusCode(200);
    }
}
