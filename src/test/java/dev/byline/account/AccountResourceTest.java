package dev.byline.account;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccountResourceTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void nobody_but_administrators_sees_or_makes_accounts(Role role) {
        given.as(role).get("/accounts").then().statusCode(403).body("code", equalTo("forbidden"));
        account(given.as(role), "Mine", "admin").statusCode(403);
    }

    @Test
    void a_reader_is_asked_for_a_token() {
        given.reader()
                .noFilters()
                .get("/accounts")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"byline\"");
    }

    @Test
    void a_moderator_does_not_edit() {
        var article = given.article().published();
        given.moderator()
                .contentType(JSON)
                .body(Map.of("title", "Mine"))
                .patch("/articles/" + article.id())
                .then()
                .statusCode(403);
        given.moderator()
                .get("/articles?status=draft")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void a_name_belongs_to_one_account() {
        account(given.admin(), "Newsroom", "editor").statusCode(201);
        account(given.admin(), "Newsroom", "editor")
                .statusCode(409)
                .body("code", equalTo("name-taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admine\u0301",
                "ADMIN\u00C9",
                "\uFF21dmin\u00E9",
                " Admin\u00E9 ",
                "Admin\u00E9\u00A0",
                "Admin\u00E9\u200B",
                "\uFEFFAd\u00ADmin\u2060e\u0301",
                "Ad\u034Fmin\u00E9"
            })
    void a_name_belongs_to_one_account_however_it_is_written(String name) {
        account(given.admin(), "Admin\u00E9", "editor")
                .statusCode(201)
                .body("name", equalTo("Admin\u00E9"));
        account(given.admin(), name, "editor").statusCode(409).body("code", equalTo("name-taken"));
        token(given.admin(), name, "Laptop").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\n10.0.0.1 admin",
                "Eve\r",
                "Tab\tbed",
                "\u001B[31mRed",
                "Next\u0085line",
                "Line\u2028end",
                "Turned \u202Eecilop",
                "Closes\u2069 nothing",
                "Isolated \u2067 for ever"
            })
    void a_name_is_one_line(String name) {
        account(given.admin(), name, "editor")
                .statusCode(422)
                .body("errors.pointer", contains("/name"))
                .body("errors.code", contains("not-one-line"));
        token(given.admin(), "admin", name).statusCode(422);
        for (var path : new String[] {"/authors", "/tags"}) {
            post(path, Map.of("name", name)).statusCode(422);
        }
        post("/articles", Map.of("title", name, "body", "Text")).statusCode(422);
        post("/articles", Map.of("title", "T", "body", "B", "seo", Map.of("title", name)))
                .statusCode(422)
                .body("errors.pointer", contains("/seo/title"));
        var comment = Map.of("name", name, "body", "Text");
        var comments = "/articles/" + given.article().published().id() + "/comments";
        given.reader().contentType(JSON).body(comment).post(comments).then().statusCode(422);
    }

    @Test
    void a_line_is_trimmed_and_keeps_directions_that_are_closed() {
        var name = "\u2067\u05E9\u05DC\u05D5\u05DD\u2069 in \u202BHebrew\u202C";
        post("/tags", Map.of("name", "\u3000 " + name + "\u2003"))
                .statusCode(201)
                .body("name", equalTo(name));
        post("/articles", Map.of("title", " A title ", "body", " A\n\ttext\n "))
                .statusCode(201)
                .body("title", equalTo("A title"))
                .body("body", equalTo(" A\n\ttext\n "));
        post("/tags", Map.of("name", " \u00A0 ")).statusCode(422);
    }

    @Test
    void a_length_is_counted_in_characters() {
        var emoji = "\uD83D\uDE00";
        post("/tags", Map.of("name", emoji.repeat(200), "slug", "faces")).statusCode(201);
        post("/tags", Map.of("name", emoji.repeat(201), "slug", "faces-too"))
                .statusCode(422)
                .body("errors.code", contains("too-long"));
        post("/articles", Map.of("title", emoji.repeat(300), "slug", "faces", "body", "Text"))
                .statusCode(201);
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return given.admin().contentType(JSON).body(body).post(path).then();
    }

    @Test
    void the_last_administrator_stays() {
        given.admin();
        var ids = given.admin().get("/accounts").then().extract().<String>path("data[0].id");

        delete("/accounts/" + ids).statusCode(409).body("code", equalTo("last-admin"));
    }

    @Test
    void the_last_token_of_an_administrator_that_does_not_expire_stays() {
        account(given.admin(), "Without a token", "admin").statusCode(201);
        var ids = given.admin().get("/tokens").then().extract().<String>path("data[0].id");
        delete("/tokens/" + ids).statusCode(409).body("code", equalTo("last-admin"));
    }

    @Test
    void a_secret_is_shown_once_and_opens_what_its_role_may() {
        account(given.admin(), "Newsroom", "editor").statusCode(201);
        var made =
                token(given.admin(), "Newsroom", "Laptop")
                        .statusCode(201)
                        .body("secret", startsWith("byl_"))
                        .extract();

        given.admin()
                .get("/tokens/" + made.<String>path("id"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Laptop"))
                .body("$", not(hasKey("secret")));
        given.admin().get("/tokens").then().body("data[0]", not(hasKey("secret")));
        with(made.path("secret")).get("/articles?status=draft").then().statusCode(200);
        with(made.path("secret")).get("/accounts").then().statusCode(403);
    }

    @Test
    void a_retry_makes_no_second_token_and_shows_no_secret() {
        given.admin();
        account(given.admin(), "Newsroom", "editor");
        var first = token(keyed("k"), "Newsroom", "Laptop").statusCode(201).extract();

        token(keyed("k"), "Newsroom", "Laptop")
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("$", not(hasKey("secret")));

        given.admin().get("/tokens?count=exact").then().body("page.total", is(2));
    }

    /// By the database's clock.
    @Test
    void a_token_that_would_have_expired_already_is_not_made() {
        given.admin()
                .contentType(JSON)
                .body(Map.of("account", "x", "name", "x", "expiresAt", "2026-01-01T00:00:00Z"))
                .post("/tokens")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expiresAt"))
                .body("errors[0].code", equalTo("not-in-future"));
    }

    @Test
    void a_revoked_token_opens_nothing_from_then_on() {
        account(given.admin(), "Newsroom", "editor");
        var made = token(given.admin(), "Newsroom", "Laptop").extract();
        String secret = made.path("secret");
        with(secret).get("/tags").then().statusCode(200);

        delete("/tokens/" + made.path("id")).statusCode(204);

        with(secret).get("/tags").then().statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void an_accounts_tokens_go_with_it_and_what_it_wrote_stays() {
        String id = account(given.admin(), "Newsroom", "editor").extract().path("id");
        String secret = token(given.admin(), "Newsroom", "Laptop").extract().path("secret");
        String tag =
                with(secret)
                        .contentType(JSON)
                        .body(Map.of("name", "Local"))
                        .post("/tags")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        delete("/accounts/" + id).statusCode(204);

        with(secret).get("/tags").then().statusCode(401);
        given.reader().get("/tags/" + tag).then().statusCode(200);
    }

    @Test
    void a_second_deletion_at_the_same_moment_finds_nothing() throws Exception {
        String account = account(given.admin(), "Newsroom", "editor").extract().path("id");
        String token = token(given.admin(), "Newsroom", "Laptop").extract().path("id");
        assertEquals(404, whileDeleted("token", token, "/tokens/" + token));
        assertEquals(404, whileDeleted("account", account, "/accounts/" + account));
    }

    private int whileDeleted(String table, String id, String path) throws Exception {
        return Locks.answerAfter(
                database,
                table,
                id,
                "delete from %s where id = ?".formatted(table),
                () -> delete(path).extract().statusCode());
    }

    private RequestSpecification keyed(String key) {
        return given.admin().header("Idempotency-Key", key);
    }

    private RequestSpecification with(String secret) {
        return given.reader().header("Authorization", "Bearer " + secret);
    }

    @Test
    void an_account_writes_as_an_author_until_that_is_deleted() {
        tied("nobody").statusCode(422).body("errors.code", contains("unknown-author"));
        var author = given.author();
        tied(author.id()).statusCode(201).body("author", equalTo(author.id()));
        var former = author.slug();
        given.editor()
                .contentType(JSON)
                .body(Map.of("slug", former + "-married"))
                .patch("/authors/{id}", author.id())
                .then()
                .statusCode(200);
        tied(former).statusCode(201).body("author", equalTo(author.id()));
        String id = tied(former + "-married").statusCode(201).extract().path("id");
        given.editor().header("If-Match", "*").delete("/authors/{id}", author.id());
        given.admin().get("/accounts/{id}", id).then().body("author", nullValue());
    }

    private ValidatableResponse tied(String author) {
        return given.admin()
                .contentType(JSON)
                .body(
                        Map.of(
                                "name",
                                "c-" + UUID.randomUUID(),
                                "role",
                                "contributor",
                                "author",
                                author))
                .post("/accounts")
                .then();
    }

    private static ValidatableResponse account(RequestSpecification who, String name, String role) {
        return who.contentType(JSON)
                .body(Map.of("name", name, "role", role))
                .post("/accounts")
                .then();
    }

    private static ValidatableResponse token(
            RequestSpecification who, String account, String name) {
        return who.contentType(JSON)
                .body(Map.of("account", account, "name", name))
                .post("/tokens")
                .then();
    }

    private ValidatableResponse delete(String path) {
        return given.admin().header("If-Match", "*").delete(path).then();
    }
}
