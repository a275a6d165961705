package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of articles that are narrowed to an author or a tag, by whatever names it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NamedTermsTest {
    private final Given given = new Given();
    private Made author;
    private Made tag;
    private Made article;

    @BeforeEach
    void an_article_whose_author_and_tag_had_other_names() {
        author = given.term("/authors", Map.of("name", "Dani", "slug", "dani-gram"));
        tag = given.term("/tags", Map.of("name", "Politics", "slug", "politix"));
        article = given.article().titled("Hers").by(author).about(tag).published();
        given.article().titled("Other").by(given.author("Ann")).about(given.tag("Law")).published();
        rename("/authors/", author, "dani-graham");
        rename("/tags/", tag, "politics");
    }

    @ParameterizedTest
    @CsvSource({
        "/articles?tag=polticis, tag, politics",
        "/articles?tag=Politics, tag, politics",
        "/articles?author=dani-grahem, author, dani-graham",
        "/articles?author=Dani%20Graham&count=exact, author, dani-graham",
        "/articles?q=body&author=dani-grahm, author, dani-graham",
        "/articles?facets=year&tag=lw, tag, law",
        "/articles/archive?tag=politcs, tag, politics"
    })
    void one_that_is_not_known_is_refused_with_the_nearest(
            String address, String parameter, String nearest) {
        for (var caller : List.of(given.reader(), given.editor())) {
            caller.get(address)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"))
                    .body("errors.parameter", contains(parameter))
                    .body("errors.code", contains("unknown-" + parameter))
                    .body("detail", containsString("did you mean \"" + nearest + "\"?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag=zzzzzz", "author=dani-graham-and-others", "tag=", "tag=a/b"})
    void one_that_nothing_is_near_is_refused_without(String query) {
        read("/articles?" + query)
                .statusCode(400)
                .body("detail", not(containsString("did you mean")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "author"})
    void an_id_that_is_not_known_is_refused(String parameter) {
        for (var path : List.of("/articles?", "/articles/archive?")) {
            read(path + parameter + "=" + UUID.randomUUID()).statusCode(400);
            read(path + parameter + "=" + article.id()).statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"author=dani-gram", "tag=politix", "author=dani-gram&tag=politix"})
    void a_former_slug_asks_for_the_same_as_the_present_one(String query) {
        for (var caller : List.of(given.reader(), given.editor())) {
            caller.get("/articles?count=exact&facets=tags&" + query)
                    .then()
                    .statusCode(200)
                    .body("data.title", contains("Hers"))
                    .body("page.total", equalTo(1))
                    .body("facets.tags.values.value", contains("politics"));
        }
        read("/articles?q=body&" + query).body("data.title", contains("Hers"));
        read("/articles/archive?" + query).body("years.count", contains(1));
    }

    @ParameterizedTest
    @CsvSource({
        "tags.slug==politix, Hers",
        "tags.slug!=politix, Other",
        "'tags.slug=in=(politix,nothing)', Hers",
        "'tags.slug=out=(nothing,politix)', Other",
        "authors.slug==dani-gram, Hers",
        "authors.slug!=dani-gram, Other",
        "authors.slug==dani-gram;tags.slug==politix, Hers",
        "'authors.slug=in=(dani-gram,dani-graham)', Hers",
        "tags.slug==politic*, Hers"
    })
    void a_filter_takes_a_former_slug_for_the_present_one(String filter, String title) {
        for (var caller : List.of(given.reader(), given.editor())) {
            caller.get("/articles?filter=" + filter)
                    .then()
                    .statusCode(200)
                    .body("data.title", contains(title));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tags.slug==nothing",
        "'tags.slug=in=(nothing,none)'",
        "tags.slug==politi",
        "tags.slug==politix*",
        "tags.slug==politix;tags.slug==law"
    })
    void a_filter_may_ask_for_what_is_not_there(String filter) {
        read("/articles?filter=" + filter).statusCode(200).body("data", empty());
    }

    @ParameterizedTest
    @CsvSource({"/authors, dani-gram, Dani, Ann", "/tags, politix, Politics, Law"})
    void the_filters_of_authors_and_tags_do_likewise(
            String things, String former, String name, String other) {
        read(things + "?filter=slug==" + former).body("data.name", contains(name));
        read(things + "?filter=slug!=" + former).body("data.name", contains(other));
        read(things + "?filter=slug=in=(" + former + ")").body("data.name", contains(name));
        read(things + "?filter=slug=out=(x," + former + ")").body("data.name", contains(other));
    }

    @Test
    void a_slug_that_another_took_asks_for_that() {
        rename("/tags/", given.tag("Taxes"), "politix");
        given.article().titled("New").about(given.term("/tags", Map.of("name", "X"))).published();
        read("/articles?tag=politix").statusCode(200).body("data", empty());
        read("/articles?filter=tags.slug==politix").body("data", empty());
    }

    @Test
    void a_filter_of_articles_takes_their_own_former_slugs() {
        var slug = article.slug();
        rename("/articles/", article, "renamed");
        for (var caller : List.of(given.reader(), given.editor())) {
            caller.get("/articles?filter=slug==" + slug)
                    .then()
                    .body("data.slug", contains("renamed"));
        }
        read("/articles?filter=slug!=" + slug).body("data.title", contains("Other"));
        given.article().titled("Draft").with("slug", slug).draft();
        read("/articles?filter=slug==" + slug).body("data.slug", contains("renamed"));
        given.editor()
                .get("/articles?filter=slug==" + slug)
                .then()
                .body("data.title", contains("Draft"));
        given.article().titled("Hidden").with("formerSlugs", List.of("hidden-before")).draft();
        read("/articles?filter=slug==hidden-before").body("data", empty());
    }

    @Test
    void answers_become_right_as_soon_as_one_is_made_or_renamed() {
        read("/articles?tag=taxes").statusCode(400);
        read("/articles?filter=tags.slug==taxes").body("data", empty());
        rename("/tags/", tag, "taxes");
        rename("/tags/", tag, "duties");
        for (var query : List.of("tag=taxes", "filter=tags.slug==taxes")) {
            read("/articles?" + query).statusCode(200).body("data.title", contains("Hers"));
        }
        given.term("/tags", Map.of("name", "Taxes", "slug", "taxes"));
        for (var query : List.of("tag=taxes", "filter=tags.slug==taxes")) {
            read("/articles?" + query).statusCode(200).body("data", empty());
        }
        read("/articles?filter=slug==once").body("data", empty());
        change("/articles/", article, Map.of("formerSlugs", List.of("once")));
        read("/articles?filter=slug==once").body("data.title", contains("Hers"));
    }

    private ValidatableResponse read(String address) {
        return given.reader().get(address).then();
    }

    private void rename(String things, Made thing, String slug) {
        change(things, thing, Map.of("slug", slug));
    }

    private void change(String things, Made thing, Map<String, ?> changes) {
        given.editor()
                .contentType(JSON)
                .body(changes)
                .patch(things + thing.id())
                .then()
                .statusCode(200);
    }
}
