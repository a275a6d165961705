package dev.byline.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchResourceTest {

    private final Given given = new Given();

    private ValidatableResponse search(String q) {
        return given.reader().queryParam("q", q).get("/search").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/search, missing",
        "/search?q=, empty",
        "/search?q=x&limit=0, from 1 to 20",
        "/search?q=x&limit=21, from 1 to 20",
        "/search?q=x&sort=name, limit",
        "/search?q=-x, must not be there",
    })
    void refuses_what_it_cannot_answer(String address, String says) {
        given.reader().get(address).then().statusCode(400).body("detail", containsString(says));
    }

    @Test
    void finds_articles_authors_and_tags_at_once() {
        var author = given.author("Dani Graham");
        var tag = given.tag("Grahamism");
        var article = given.article().titled("Graham <wins>").published();
        search("graham")
                .body("articles.slug", contains(article.slug()))
                .body("articles[0].type", equalTo("article"))
                .body("articles[0].name", equalTo("Graham <wins>"))
                .body("articles[0].html", equalTo("<mark>Graham</mark> &lt;wins&gt;"))
                .body("authors.slug", contains(author.slug()))
                .body("authors[0].type", equalTo("author"))
                .body("tags.slug", contains(tag.slug()))
                .body("search.q", equalTo("graham"));
    }

    @Test
    void finds_names_that_are_spelt_nearly_so_and_without_accents() {
        given.author("Zoë Müller");
        given.tag("Parliament");
        search("zoe muller").body("authors.name", contains("Zoë Müller"));
        search("MÜLLER").body("authors.name", contains("Zoë Müller"));
        search("mül*").body("authors.name", contains("Zoë Müller"));
        search("parlaiment").body("tags.name", contains("Parliament")).body("authors", empty());
    }

    @Test
    void puts_the_nearest_first_and_as_many_as_asked_for() {
        given.author("Ann Railton");
        given.author("Rail Walker");
        given.reader()
                .queryParam("q", "rail")
                .get("/search")
                .then()
                .body("authors.name", contains("Rail Walker", "Ann Railton"));
        given.reader()
                .queryParam("q", "rail")
                .queryParam("limit", 1)
                .get("/search")
                .then()
                .body("authors", hasSize(1));
    }

    @Test
    void shows_readers_what_is_live_and_editors_the_rest() {
        var draft = given.article().titled("A quiet night").draft();
        search("quiet").body("articles", empty()).body("search.suggestion", equalTo(null));
        search("quite").body("articles", empty()).body("search.suggestion", equalTo(null));
        given.editor()
                .queryParam("q", "quiet")
                .get("/search")
                .then()
                .body("articles.slug", contains(draft.slug()));
        given.article().titled("A quiet trashed night").trashed();
        given.editor().queryParam("q", "trashed").get("/search").then().body("articles", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "a\\", "%%%", "\uD83D\uDE00", "(", "*", "a*b"})
    void takes_no_character_for_a_sign(String odd) {
        given.author("Dani Graham");
        var q = "zz" + odd;
        search(q).body("authors.name", not(hasItem("Dani Graham")));
    }
}
