package dev.byline.term;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many articles readers find by an author, and with a tag.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleCountTest {
    private final Given given = new Given();

    @BeforeEach
    void three_of_each_with_two_one_and_no_article_that_readers_find() {
        var two = pair("Two");
        var one = pair("One");
        var none = pair("None");
        bear(two, one);
        bear(two);
        given.article().by(none[0]).about(none[1]).draft();
        given.article().by(none[0]).about(none[1]).scheduled();
        given.article().by(none[0]).about(none[1]).withdrawn();
        given.article().by(none[0]).about(none[1]).trashed();
    }

    private Made[] pair(String name) {
        return new Made[] {given.author(name), given.tag(name)};
    }

    private void bear(Made[]... pairs) {
        var authors = java.util.Arrays.stream(pairs).map(pair -> pair[0]).toArray(Made[]::new);
        var tags = java.util.Arrays.stream(pairs).map(pair -> pair[1]).toArray(Made[]::new);
        given.article().by(authors).about(tags).published();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void is_shown_to_who_asks_alone(String things) {
        given.reader().get(things).then().body("data", everyItem(not(hasKey("articleCount"))));
        given.reader()
                .get(things + "?include=articleCount")
                .then()
                .body("data.slug", contains("none", "one", "two"))
                .body("data.articleCount", contains(0, 1, 2));
        given.editor()
                .get(things + "?fields=articleCount")
                .then()
                .body("data.articleCount", contains(0, 1, 2));
        given.reader()
                .get(things + "/two?include=articleCount")
                .then()
                .body("name", equalTo("Two"))
                .body("articleCount", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void sorts_and_pages_by_it(String things) {
        var first =
                given.reader()
                        .get(things + "?sort=-articleCount&limit=2")
                        .then()
                        .body("data.slug", contains("two", "one"))
                        .body("data", everyItem(not(hasKey("articleCount"))))
                        .extract();
        given.reader()
                .get(
                        things
                                + "?sort=-articleCount&include=articleCount&limit=2&after="
                                + first.path("page.next"))
                .then()
                .body("data.slug", contains("none"))
                .body("data.articleCount", contains(0));
    }
}
