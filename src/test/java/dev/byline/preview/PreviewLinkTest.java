package dev.byline.preview;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PreviewLinkTest {
    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    private final Given given = new Given();

    @Inject DataSource database;

    @Test
    void refuses_whoever_may_not_make_links() {
        given.reader().get("/preview-links").then().statusCode(401);
        given.moderator().get("/preview-links").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    {}, /article, missing
                    `{"asOf": "2100-01-01T00:00:00Z", "article": "a"}`, ``, wrong-value
                    `{"article": "nowhere"}`, /article, unknown-article
                    `{"release": "nowhere"}`, /release, unknown-release
                    `{"asOf": "2020-01-01T00:00:00Z"}`, /asOf, not-in-future
                    `{"asOf": "2100-01-01T00:00:00Z", "expiresAt": "2020-01-01T00:00:00Z"}`, /expiresAt, not-in-future
                    `{"asOf": "2100-01-01T00:00:00Z", "expiresAt": "2100-01-01T00:00:00Z"}`, /expiresAt, too-late
                    """)
    void refuses_a_link_to_nothing_or_for_ever(String body, String pointer, String code) {
        given.editor()
                .contentType(JSON)
                .body(body)
                .post("/preview-links")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blp_nothing", "zzz", "TOKEN"})
    void refuses_what_is_no_secret_of_a_link(String secret) {
        var shown = secret.equals("TOKEN") ? given.token(Role.EDITOR) : secret;
        given.reader()
                .queryParam("preview", shown)
                .get("/articles")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-token"))
                .body("detail", equalTo("The preview link is unknown, expired or revoked."))
                .body("detail", not(containsString(shown)));
    }

    @Test
    void refuses_a_link_beside_a_token_and_two_links() {
        var secret = secret("article", given.article().draft().id());
        given.editor().queryParam("preview", secret).get("/articles").then().statusCode(401);
        given.reader()
                .queryParam("preview", secret, secret)
                .get("/articles")
                .then()
                .statusCode(401);
    }

    @Test
    void refuses_a_link_that_was_revoked_or_has_ended_or_whose_maker_is_suspended()
            throws SQLException {
        var article = given.article().draft();
        var link = link("article", article.id());
        var revoked = link.<String>path("secret");
        bearer(revoked).get("/articles/{id}", article.id()).then().statusCode(200);
        given.editor()
                .header("If-Match", "*")
                .delete("/preview-links/{id}", link.<String>path("id"))
                .then()
                .statusCode(204);
        bearer(revoked).get("/articles/{id}", article.id()).then().statusCode(401);
        var ended = secret("article", article.id());
        run("update preview_link set expires_at = now() - interval '1 second'");
        bearer(ended).get("/articles/{id}", article.id()).then().statusCode(401);
        var suspended = secret("article", article.id());
        run("update account set suspended = true");
        bearer(suspended).get("/articles/{id}", article.id()).then().statusCode(401);
    }

    @Test
    void tells_the_secret_once_and_lists_links_without_it() {
        var article = given.article().draft();
        var link = link("article", article.id());

        given.editor()
                .queryParam("filter", "article==" + article.id())
                .get("/preview-links")
                .then()
                .statusCode(200)
                .body("data.id", hasItem(link.<String>path("id")))
                .body("data", hasSize(1))
                .body("data[0].secret", nullValue());
        given.editor()
                .get("/preview-links/{id}", link.<String>path("id"))
                .then()
                .body("secret", nullValue())
                .body("expiresAt", notNullValue());
    }

    @Test
    void shows_a_draft_as_readers_will_get_it() {
        var author = given.author();
        var hidden = given.term("/tags", Map.of("name", "Hidden", "internal", true));
        var tag = given.tag();
        var draft =
                given.article()
                        .titled("A zebra at the council")
                        .by(author)
                        .about(tag, hidden)
                        .draft();
        var secret = secret("article", draft.id());
        var seen = preview(secret).get("/articles/{slug}?include=tags", draft.slug()).then();
        seen.statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .header("Surrogate-Key", nullValue())
                .header("Surrogate-Control", nullValue())
                .header("Server-Timing", startsWith("cache;desc=miss"))
                .body("tags.id", equalTo(List.of(tag.id())))
                .body("status", equalTo("published"))
                .body("publishedAt", notNullValue())
                .body("updatedAt", notNullValue());
        given.reader().get("/articles/{slug}?include=tags", draft.slug()).then().statusCode(404);
        publish(draft);
        var readers = given.reader().get("/articles/{slug}?include=tags", draft.slug()).then();
        assertEquals(timeless(readers), timeless(seen));
    }

    private static Map<String, Object> timeless(ValidatableResponse article) {
        var all = new HashMap<>(article.extract().<Map<String, Object>>path("$"));
        all.keySet().removeAll(List.of("publishedAt", "updatedAt"));
        return all;
    }

    @Test
    void shows_a_draft_wherever_readers_find_articles() {
        var tag = given.tag();
        var live = given.article().about(tag).published();
        var draft = given.article().titled("A zebra at the council").about(tag).draft();
        given.article().titled("Another zebra").about(tag).draft();
        var secret = secret("article", draft.id());
        for (var address :
                List.of(
                        "/articles?q=zebra",
                        "/articles?facets=year,tags&filter=title==*council",
                        "/articles?limit=1",
                        "/articles?sort=-updatedAt&limit=1",
                        "/articles?publishedAfter=2020-01-01&limit=1&tag=" + tag.slug())) {
            preview(secret)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("private, no-store"))
                    .body("data.id", equalTo(List.of(draft.id())));
        }
        preview(secret).get("/search?q=zebra").then().body("articles.id", hasItem(draft.id()));
        preview(secret).get("/articles/archive").then().body("years.sum { it.count }", equalTo(2));
        preview(secret)
                .get("/articles/{id}?include=previous,related", draft.id())
                .then()
                .statusCode(200)
                .body("previous.id", equalTo(live.id()))
                .body("related.id", equalTo(List.of(live.id())));
        preview(secret)
                .get("/articles/{id}/comments", draft.id())
                .then()
                .statusCode(200)
                .body("data", empty());
        preview(secret)
                .get("/articles?limit=1")
                .then()
                .header("Link", containsString("preview=" + secret + "&limit=1&after="));
        given.reader().get("/articles?limit=1").then().body("data.id", equalTo(List.of(live.id())));
        given.reader().get("/articles?q=zebra").then().body("data", empty());
    }

    @Test
    void walks_a_list_without_gap_or_double() {
        var ids = new ArrayList<String>();
        for (var n = 0; n < 3; n++) {
            ids.add(given.article().published().id());
        }
        var draft = given.article().draft().id();
        ids.add(draft);
        var secret = secret("article", draft);
        var seen = new ArrayList<String>();
        for (var after = ""; after != null; ) {
            var page =
                    preview(secret)
                            .get("/articles?limit=1" + after)
                            .then()
                            .statusCode(200)
                            .extract();
            seen.addAll(page.path("data.id"));
            var next = page.<String>path("page.next");
            after = next == null ? null : "&after=" + next;
        }
        assertEquals(ids.reversed(), seen);
    }

    @Test
    void shows_the_newest_revision_of_what_is_live_and_of_nothing_else() {
        var article = given.article().titled("One").published();
        var other = given.article().titled("Other").published();
        patch(article, Map.of("title", "Two"));
        patch(other, Map.of("title", "Secret"));
        var secret = secret("article", article.slug());
        bearer(secret).get("/articles/{id}", article.id()).then().body("title", equalTo("Two"));
        bearer(secret).get("/articles/{id}", other.id()).then().body("title", equalTo("Other"));
        patch(article, Map.of("title", "Three"));
        bearer(secret).get("/articles/{id}", article.id()).then().body("title", equalTo("Three"));
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("One"));
    }

    @Test
    void shows_nothing_of_what_is_in_the_trash() {
        var draft = given.article().titled("A zebra").draft();
        var secret = secret("article", draft.id());
        given.editor().header("If-Match", "*").delete("/articles/{id}", draft.id());
        preview(secret).get("/articles/{id}", draft.id()).then().statusCode(404);
        preview(secret).get("/articles?q=zebra").then().body("data", empty());
    }

    @Test
    void shows_a_release_as_a_whole_before_and_after_it_has_an_instant() {
        var changed = given.article().titled("One").published();
        patch(changed, Map.of("title", "Two"));
        var added = given.article().draft();
        var gone = given.article().published();
        var items =
                List.of(
                        Map.of("article", changed.id()),
                        Map.of("article", added.id()),
                        Map.of("article", gone.id(), "withdraw", true));
        var release = given.term("/releases", Map.of("name", "Tonight", "items", items));
        var secret = secret("release", release.id());
        patch(changed, Map.of("title", "A later draft"));
        showsRelease(secret, changed, added, gone);
        publication(release, Map.of("at", TOMORROW.toString()));
        showsRelease(secret, changed, added, gone);
        publication(release, Map.of());
        showsRelease(secret, changed, added, gone);
    }

    @Test
    void shows_what_a_release_sends_out_merged_with_a_correction() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var items = List.of(Map.of("article", article.id()));
        var release = given.term("/releases", Map.of("name", "Tonight", "items", items));
        var secret = secret("release", release.id());
        publication(release, Map.of("at", TOMORROW.toString()));
        given.editor()
                .contentType(JSON)
                .body(Map.of("summary", "Corrected", "publication", Map.of()))
                .patch("/articles/{id}?base=live", article.id())
                .then()
                .statusCode(200);
        bearer(secret)
                .get("/articles/{id}", article.id())
                .then()
                .body("title", equalTo("Two"))
                .body("summary", equalTo("Corrected"));
    }

    private void showsRelease(String secret, Made changed, Made added, Made gone) {
        bearer(secret).get("/articles/{id}", changed.id()).then().body("title", equalTo("Two"));
        bearer(secret).get("/articles/{id}", gone.id()).then().statusCode(404);
        bearer(secret)
                .get("/articles?count=exact")
                .then()
                .statusCode(200)
                .body("page.total", equalTo(2))
                .body("data.id", hasItem(added.id()));
    }

    @Test
    void shows_the_site_as_of_an_instant() {
        var scheduled = given.article().scheduled();
        var draft = given.article().draft();
        var page = given.term("/pages", Map.of("title", "Imprint", "body", "Text"));
        var secret = secret("asOf", TOMORROW.plus(1, ChronoUnit.DAYS).toString());
        bearer(secret).get("/articles/{id}", scheduled.id()).then().statusCode(200);
        bearer(secret).get("/articles/{id}", draft.id()).then().statusCode(404);
        bearer(secret).get("/pages/{id}", page.id()).then().statusCode(404);
        bearer(secret).get("/articles").then().body("data.id", equalTo(List.of(scheduled.id())));
    }

    /// What is asked for is not there, and no body says anything.
    @Test
    void lets_do_what_readers_may_read_and_nothing_else() throws IOException {
        var secret = secret("article", given.article().draft().id());
        var unexpected = new ArrayList<String>();
        var document = RestAssured.given().get("/openapi?format=json").asString();
        for (var path : new ObjectMapper().readTree(document).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().has("operationId")) {
                    var status = ask(secret, operation.getKey(), path.getKey());
                    var isLetIn = status != 401 && status != 403;
                    if (isLetIn != isForReaders(operation) || status >= 500) {
                        unexpected.add(operation.getKey() + path.getKey() + ": " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), unexpected);
    }

    private static boolean isForReaders(Map.Entry<String, JsonNode> operation) {
        var roles = operation.getValue().path("x-roles").spliterator();
        return operation.getKey().equals("get")
                && StreamSupport.stream(roles, false).anyMatch(r -> r.asText().equals("reader"));
    }

    private int ask(String secret, String method, String path) {
        var request = bearer(secret).basePath("");
        if (!method.equals("get") && !method.equals("delete")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(method, path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?view=newest",
                "?asOf=2100-01-01T00:00:00Z",
                "?fields=createdAt",
                "?sort=-savedAt",
                "?filter=note==x"
            })
    void lets_ask_for_nothing_that_is_for_the_newsroom(String query) {
        var secret = secret("article", given.article().draft().id());
        bearer(secret).get("/articles" + query).then().statusCode(403);
    }

    private RequestSpecification bearer(String secret) {
        return given.reader().header("Authorization", "Bearer " + secret);
    }

    private RequestSpecification preview(String secret) {
        return given.reader().queryParam("preview", secret);
    }

    private String secret(String what, String value) {
        var secret = link(what, value).<String>path("secret");
        assertTrue(secret.startsWith("blp_"));
        return secret;
    }

    private ExtractableResponse<?> link(String what, String value) {
        return given.editor()
                .contentType(JSON)
                .body(Map.of(what, value))
                .post("/preview-links")
                .then()
                .statusCode(201)
                .extract();
    }

    private void publish(Made article) {
        put("/articles/" + article.id(), Map.of());
    }

    private void publication(Made release, Map<String, ?> plan) {
        put("/releases/" + release.id(), plan);
    }

    private void put(String path, Map<String, ?> plan) {
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(plan)
                .put(path + "/publication")
                .then()
                .statusCode(200);
    }

    private void patch(Made article, Map<String, ?> changes) {
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(changes)
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
