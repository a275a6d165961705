package dev.byline.importer;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Role;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Report;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line under a title, from the file that is imported to the place where a search finds it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SubtitleTest {
    private static final String SUBTITLE = "Nobody had brought an umbrella";

    private final Given given = new Given();

    @TestHTTPResource URI server;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "Two\nlines", "A \u202emark that stays open"})
    void one_that_shows_nothing_or_is_no_line_is_refused(String subtitle) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Rain", "body", "It rained.", "subtitle", subtitle))
                .post("/articles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/subtitle"));
    }

    @Test
    void one_of_more_than_500_characters_is_refused() {
        patch(given.article().draft(), Map.of("subtitle", "x".repeat(501)))
                .statusCode(422)
                .body("errors.pointer", contains("/subtitle"))
                .body("errors.code", contains("too-long"));
        patch(given.article().draft(), Map.of("subtitle", "x".repeat(500))).statusCode(200);
    }

    @Test
    void an_article_without_one_shows_none() {
        read(given.article().published()).body("subtitle", nullValue());
    }

    @Test
    void it_is_written_kept_replaced_and_taken_away() {
        var article = given.article().with("subtitle", "Umbrellas").draft();
        patch(article, Map.of("summary", "It rained."))
                .body("subtitle", equalTo("Umbrellas"))
                .body("revision", equalTo(2));
        patch(article, Map.of("subtitle", SUBTITLE))
                .body("subtitle", equalTo(SUBTITLE))
                .body("summary", equalTo("It rained."))
                .body("revision", equalTo(3));
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("title", "Rain", "body", "It rained."))
                .put("/articles/" + article.id())
                .then()
                .statusCode(200)
                .body("subtitle", nullValue())
                .body("revision", equalTo(4));
    }

    @Test
    void a_revision_shows_it_and_brings_it_back() {
        var article = given.article().with("subtitle", SUBTITLE).draft();
        patch(article, Map.of("subtitle", "Another"));
        given.editor()
                .get("/articles/" + article.id() + "/revisions/1")
                .then()
                .body("subtitle", equalTo(SUBTITLE));
        given.editor()
                .contentType(JSON)
                .body(Map.of("restore", 1))
                .post("/articles/" + article.id() + "/revisions")
                .then()
                .statusCode(201)
                .body("subtitle", equalTo(SUBTITLE));
    }

    @Test
    void readers_get_it_when_it_is_published() {
        var article = given.article().with("subtitle", SUBTITLE).published();
        patch(article, Map.of("subtitle", "Not yet for readers"));
        read(article).body("subtitle", equalTo(SUBTITLE));
        given.reader()
                .queryParam("fields", "subtitle")
                .queryParam("filter", "slug==" + article.slug())
                .get("/articles")
                .then()
                .statusCode(200)
                .body("data", contains(Map.of("subtitle", SUBTITLE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subtitle=='Nobody had brought *'",
                "subtitle==*UMBRELLA",
                "subtitle=null=false"
            })
    void a_filter_finds_it(String filter) {
        var article = given.article().with("subtitle", SUBTITLE).published();
        var other = given.article().published();
        given.reader()
                .queryParam("fields", "id")
                .queryParam(
                        "filter", "id=in=(%s,%s);%s".formatted(article.id(), other.id(), filter))
                .get("/articles")
                .then()
                .statusCode(200)
                .body("data.id", contains(article.id()));
    }

    @Test
    void a_search_finds_it_and_marks_where() {
        var article = given.article().with("subtitle", "A zeppelin and two umbrellas").published();
        given.reader()
                .queryParam("q", "zeppelin umbrella")
                .get("/articles")
                .then()
                .statusCode(200)
                .body("data.id", contains(article.id()))
                .body(
                        "data[0].highlights.subtitle.html",
                        equalTo("A <mark>zeppelin</mark> and two <mark>umbrellas</mark>"))
                .body("data[0].highlights.title", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subtitle", "subheadline", "deck"})
    void an_import_brings_it(String name, @TempDir Path folder) throws IOException {
        var slug = "imported-with-a-" + name;
        var file = folder.resolve("news/" + slug + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\ntitle: Rain\ndate: 2014-04-10\n%s: Nobody&#8217;s umbrella\n---\nIt rained.\n"
                        .formatted(name));
        assertEquals(1, imported(folder).count(Outcome.CREATED));
        given.reader()
                .get("/articles/" + slug)
                .then()
                .statusCode(200)
                .body("subtitle", equalTo("Nobody’s umbrella"));
    }

    private Report imported(Path folder) {
        var token = given.token(Role.ADMIN);
        var settings =
                new Settings(folder, false, false, Set.of(), folder.resolve("x"), server, token);
        var report = new Report();
        var progress = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
        try (var byline = new Server(server, token, Duration.ofSeconds(10))) {
            new Importer(settings, byline, report, progress, new Crew()).run();
        }
        return report;
    }

    private ValidatableResponse patch(Made article, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .body(changes)
                .patch("/articles/" + article.id())
                .then();
    }

    private ValidatableResponse read(Made article) {
        return given.reader().get("/articles/" + article.id()).then().statusCode(200);
    }
}
