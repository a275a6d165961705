package dev.byline.page;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PageResourceTest {
    private static final String NOBODY = "0193299c-4f00-7c3a-9d2e-5b7f1a2c3d4e";

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"authors", "tags", "commentsOpen"})
    void refuses_what_articles_alone_have(String property) {
        post(Map.of("title", "Imprint", "body", "Text", property, List.of()))
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-property"));
    }

    @Test
    void refuses_readers() {
        given.reader()
                .contentType(JSON)
                .body(Map.of("title", "Imprint", "body", "Text"))
                .post("/pages")
                .then()
                .statusCode(401);
        given.moderator().delete("/pages/imprint").then().statusCode(403);
    }

    @Test
    void refuses_a_parent_that_is_none() {
        var trashed = page("Gone").id();
        delete(trashed, "").statusCode(204);
        for (var parent : List.of("nowhere", NOBODY, trashed, given.article().published().id())) {
            post(Map.of("title", "Imprint", "body", "Text", "parent", parent))
                    .statusCode(422)
                    .body("errors.pointer", contains("/parent"))
                    .body("errors.code", contains("unknown-parent"));
        }
    }

    @Test
    void refuses_to_stand_below_itself() {
        var top = page("About");
        var middle = page("People", "parent", top.slug());
        var bottom = page("Editors", "parent", middle.id());
        for (var parent : List.of(top, middle, bottom)) {
            patch(top, "parent", parent.id())
                    .statusCode(422)
                    .body("errors[0].code", equalTo("circular"));
        }
        patch(bottom, "parent", top.id()).statusCode(200).body("parent.slug", equalTo("about"));
        patch(bottom, "parent", null).statusCode(200).body("parent", nullValue());
    }

    @Test
    void refuses_a_change_in_the_trash_in_words_that_fit_a_page() {
        var page = page("Imprint");
        delete(page.id(), "").statusCode(204);
        patch(page, "title", "Legal notice")
                .statusCode(409)
                .body("title", equalTo("It is in the trash"))
                .body("detail", startsWith("The page is in the trash since "));
    }

    @Test
    void a_search_of_all_says_for_what_it_found_pages_alone() {
        published("Imprint");
        given.article().titled("Elections").published();
        given.reader()
                .get("/search?q=imprnit")
                .then()
                .body("pages.slug", contains("imprint"))
                .body("search.corrected", equalTo("imprint"));
        given.reader()
                .get("/search?q=electoins")
                .then()
                .body("pages", empty())
                .body("search.corrected", equalTo("elections"));
    }

    @Test
    void is_edited_below_a_parent_that_is_in_the_trash() {
        var about = page("About");
        var team = page("Team", "parent", about.slug());
        delete(about.id(), "").statusCode(204);
        patch(team, "parent", about.slug()).statusCode(422);
        patch(team, "title", "Our team").statusCode(200).body("title", equalTo("Our team"));
        patch(team, "position", 7).statusCode(200).body("parent.id", equalTo(about.id()));
        var read = Map.of("title", "Our team", "body", "Text", "parent", about.id(), "position", 7);
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(read)
                .put("/pages/team")
                .then()
                .statusCode(200)
                .body("parent.id", equalTo(about.id()));
        delete(about.id(), "/trash").statusCode(204);
        given.editor()
                .get("/pages/team")
                .then()
                .body("parent.id", equalTo(about.id()))
                .body("position", equalTo(7));
    }

    @Test
    void two_that_move_below_each_other_at_once_do_not_both() throws Exception {
        var one = page("One");
        var other = page("Other");
        var moves =
                List.<Callable<Integer>>of(
                        () -> patch(one, "parent", other.id()).extract().statusCode(),
                        () -> patch(other, "parent", one.id()).extract().statusCode());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(moves).stream().map(move -> move.resultNow()).toList();
            assertEquals(List.of(200, 422), answers.stream().sorted().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'{\"from\": \"2100-01-01T00:00:00Z\"}'"})
    void shows_readers_no_draft_and_no_plan(String plan) {
        var page = page("Imprint", "body", "Unheard of");
        if (!plan.isEmpty()) {
            publish(page, plan);
        }
        hidden(page);
        given.editor().get("/pages/imprint").then().statusCode(200);
    }

    @Test
    void shows_readers_nothing_that_was_withdrawn_or_is_in_the_trash() {
        var page = published("Imprint", "body", "Unheard of");
        delete(page.id(), "/publication").statusCode(204);
        hidden(page);
        publish(page, "{}");
        given.reader().get("/pages/imprint").then().statusCode(200);
        delete(page.id(), "").statusCode(204);
        hidden(page);
        given.editor().get("/pages").then().body("data", empty());
        given.editor().get("/pages?filter=status==trashed").then().body("data.size()", equalTo(1));
        delete(page.id(), "/trash").statusCode(204);
        given.reader().get("/pages/imprint").then().statusCode(200);
    }

    private void hidden(Made page) {
        given.reader().get("/pages/{id}", page.id()).then().statusCode(404);
        given.reader().get("/pages/imprint").then().statusCode(404);
        given.reader().get("/pages").then().body("data", empty());
        given.reader().get("/pages?q=unheard").then().body("data", empty());
        given.reader().get("/search?q=unheard").then().body("pages", empty());
        given.reader().get("/pages?q=unhaerd").then().body("search.suggestion", nullValue());
    }

    @Test
    void tells_readers_of_no_parent_that_they_do_not_get() {
        var about = page("About");
        var imprint = published("Imprint", "parent", about.id());
        var byParent = "/pages?filter=parent.slug==about";
        given.reader().get("/pages/imprint").then().body("parent", nullValue());
        given.reader().get("/pages").then().body("data.parent", contains(nullValue()));
        given.reader().get(byParent).then().body("data", empty());
        given.editor().get(byParent).then().body("data.slug", contains("imprint"));

        publish(about, "{}");
        given.reader()
                .get("/pages/imprint")
                .then()
                .body(
                        "parent",
                        equalTo(Map.of("id", about.id(), "slug", "about", "title", "About")));
        given.reader().get(byParent).then().body("data.id", contains(imprint.id()));
        given.reader()
                .get("/pages?filter=parent.id=null=true")
                .then()
                .body("data.slug", contains("about"));

        delete(about.id(), "").statusCode(204);
        given.reader().get("/pages/imprint").then().body("parent", nullValue());
    }

    @Test
    void is_no_article_and_an_article_is_no_page() {
        var page = published("Imprint", "body", "Unheard of");
        var article = given.article().titled("A night").published();
        given.reader().get("/articles/{id}", page.id()).then().statusCode(404);
        given.reader().get("/articles/imprint").then().statusCode(404);
        given.editor().get("/articles/imprint/revisions").then().statusCode(404);
        given.editor().get("/articles").then().body("data.id", contains(article.id()));
        given.reader().get("/articles?count=exact").then().body("page.total", equalTo(1));
        given.reader().get("/articles?q=unheard").then().body("data", empty());
        given.reader().get("/search?q=unheard").then().body("articles", empty());
        given.reader()
                .get("/articles?facets=language")
                .then()
                .body("facets.language.values.count", contains(1));
        given.reader()
                .contentType(JSON)
                .body(Map.of("name", "A reader", "body", "Well put."))
                .post("/articles/{id}/comments", page.id())
                .then()
                .statusCode(404);
        given.reader().get("/pages/{id}", article.id()).then().statusCode(404);
        given.reader().get("/pages").then().body("data.id", contains(page.id()));
        given.editor()
                .header("If-Match", "*")
                .delete("/pages/{id}", article.id())
                .then()
                .statusCode(404);
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Two", "body", "Text"))
                .put("/pages/{id}", article.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("id-taken"));
    }

    @Test
    void has_slugs_apart_from_those_of_articles() {
        var article = given.article().with("slug", "about").published();
        var page = published("About");
        assertEquals("about", page.slug());
        assertEquals("about-2", page("About").slug());
        patch(page, "slug", "about-us").statusCode(200);
        given.reader()
                .redirects()
                .follow(false)
                .get("/pages/about")
                .then()
                .statusCode(308)
                .header("Location", "/api/v1/pages/about-us");
        given.reader().get("/articles/about").then().body("id", equalTo(article.id()));
        post(Map.of("title", "Third", "body", "Text", "slug", "about-us"))
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @Test
    void stands_in_its_place_whatever_it_says() {
        published("Contact", "position", 20);
        published("About", "position", 10);
        var imprint = published("Imprint", "position", 20);
        slugs("/pages", "about", "contact", "imprint");
        slugs("/pages?limit=1", "about");
        patch(imprint, "position", 5).statusCode(200).body("revision", equalTo(1));
        slugs("/pages", "imprint", "about", "contact");
        slugs("/pages?sort=-position", "contact", "about", "imprint");
        var next = given.reader().get("/pages?limit=2").then().extract().<String>path("page.next");
        slugs("/pages?limit=2&after=" + next, "contact");
    }

    private void slugs(String list, String... slugs) {
        given.reader().get(list).then().body("data.slug", contains(slugs));
    }

    @Test
    void is_edited_in_revisions_of_which_readers_get_what_is_published() {
        var page = published("Imprint", "body", "One");
        patch(page, "body", "Two").statusCode(200).body("hasUnpublishedChanges", equalTo(true));
        given.reader().get("/pages/imprint").then().body("body", equalTo("One"));
        given.editor().get("/pages/imprint?view=live").then().body("body", equalTo("One"));
        publish(page, "{}");
        given.reader().get("/pages/imprint").then().body("bodyHtml", startsWith("<p>Two</p>"));
        given.editor().get("/pages/imprint/revisions").then().body("data.number", contains(2, 1));
        given.editor()
                .contentType(JSON)
                .body(Map.of("restore", 1))
                .post("/pages/imprint/revisions")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/pages/%s/revisions/3".formatted(page.id()))
                .body("body", equalTo("One"));
        given.editor().get("/pages/imprint/revisions/3").then().body("number", equalTo(3));
        given.editor()
                .get("/pages/imprint/publication")
                .then()
                .body("timeline.revision", contains(1, 2));
    }

    @Test
    void is_put_under_an_id_of_the_clients_choice() {
        var input = Map.of("title", "Imprint", "body", "Text", "position", 3);
        given.editor()
                .contentType(JSON)
                .body(input)
                .put("/pages/" + NOBODY)
                .then()
                .statusCode(201)
                .body("id", equalTo(NOBODY));
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Imprint", "body", "Text"))
                .header("If-Match", "*")
                .put("/pages/" + NOBODY)
                .then()
                .statusCode(200)
                .body("position", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages", "/pages/imprint"})
    void refuses_to_show_where_it_was_found_without_a_search(String path) {
        published("Imprint");
        given.reader()
                .get(path + "?fields=highlights")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void is_found_by_its_words_the_best_first() {
        published("Contact", "body", "Letters to the editors, and an imprint");
        published("Imprint", "body", "Who is liable");
        given.reader()
                .get("/pages?q=imprint")
                .then()
                .body("data.slug", contains("imprint", "contact"))
                .body("data[0].highlights.title.html", equalTo("<mark>Imprint</mark>"))
                .body("data[1].highlights.body.html", containsString("an <mark>imprint</mark>"));
        given.reader()
                .get("/search?q=imprint&limit=1")
                .then()
                .body("articles", empty())
                .body("pages.slug", contains("imprint"))
                .body("pages.type", contains("page"));
        given.reader()
                .get("/pages?q=imprnit")
                .then()
                .body("search.corrected", equalTo("imprint"))
                .body("data.slug", contains("imprint", "contact"));
        slugs("/pages?q=imprint&filter=title==Contact", "contact");
    }

    @Test
    void shows_long_texts_where_they_are_asked_for() {
        published("Imprint", "body", "Who is *liable*");
        given.reader()
                .get("/pages?fields=slug,bodyText,bodyHtml")
                .then()
                .body(
                        "data",
                        contains(
                                Map.of(
                                        "slug",
                                        "imprint",
                                        "bodyText",
                                        "Who is liable",
                                        "bodyHtml",
                                        "<p>Who is <em>liable</em></p>")));
    }

    @Test
    void leaves_an_entry_of_all_that_is_done_to_it() {
        var page = published("Imprint");
        patch(page, "position", 7);
        patch(page, "position", 7);
        patch(page, "slug", "legal");
        delete(page.id(), "/publication");
        delete(page.id(), "");
        delete(page.id(), "/trash");
        given.editor()
                .get("/changes?filter=subject.type==page")
                .then()
                .body(
                        "data.act",
                        containsInAnyOrder(
                                "page.created",
                                "page.published",
                                "page.moved",
                                "page.renamed",
                                "page.withdrawn",
                                "page.trashed",
                                "page.restored"));
        given.editor()
                .get("/pages?filter=changes.act==page.moved")
                .then()
                .body("data.slug", hasItem("legal"));
    }

    @Test
    void warns_of_what_its_body_lost() {
        post(Map.of("title", "Imprint", "body", "<script>x()</script>Text"))
                .statusCode(201)
                .body("warnings.reason", hasItem("element-removed"));
    }

    private Made page(String title, Object... more) {
        return make(title, new HashMap<>(), more);
    }

    private Made published(String title, Object... more) {
        return make(title, new HashMap<>(Map.of("publication", Map.of())), more);
    }

    private Made make(String title, Map<String, Object> page, Object... more) {
        page.put("title", title);
        page.put("body", "Text");
        for (var n = 0; n < more.length; n += 2) {
            page.put((String) more[n], more[n + 1]);
        }
        return given.term("/pages", page);
    }

    private ValidatableResponse post(Map<String, ?> page) {
        return given.editor().contentType(JSON).body(page).post("/pages").then();
    }

    private ValidatableResponse patch(Made page, String property, Object value) {
        var patch = new HashMap<String, Object>();
        patch.put(property, value);
        return given.editor().contentType(JSON).body(patch).patch("/pages/{id}", page.id()).then();
    }

    private void publish(Made page, String plan) {
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(plan)
                .put("/pages/{id}/publication", page.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse delete(String id, String what) {
        return given.editor().header("If-Match", "*").delete("/pages/" + id + what).then();
    }
}
