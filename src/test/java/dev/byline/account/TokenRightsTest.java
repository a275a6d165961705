package dev.byline.account;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Role;
import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What everybody does with their own tokens, and what a token lets do.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class TokenRightsTest {
    private final Given given = new Given();

    private static ValidatableResponse make(RequestSpecification who, Map<String, ?> input) {
        var body = new HashMap<String, Object>(Map.of("name", "Laptop"));
        body.putAll(input);
        return who.contentType(JSON).body(body).post("/tokens").then();
    }

    private String secret(Role role, Map<String, ?> input) {
        return make(given.as(role), input).statusCode(201).extract().path("secret");
    }

    private String account(Role role) {
        return given.as(role).get("/me").path("account.id");
    }

    private static void fault(ValidatableResponse response, String pointer, String code) {
        response.statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Nested
    class Me {
        @Test
        void is_nobody_without_a_token() {
            given.reader()
                    .get("/me")
                    .then()
                    .statusCode(200)
                    .body("account", nullValue())
                    .body("token", nullValue())
                    .body("permissions.any", empty())
                    .body("permissions.own", empty());
        }

        @Test
        void is_an_account_with_a_token_and_what_both_may() {
            given.as(Role.CONTRIBUTOR)
                    .get("/me")
                    .then()
                    .statusCode(200)
                    .body("account.role", equalTo("contributor"))
                    .body("token.name", equalTo("test"))
                    .body("token", not(hasKey("secret")))
                    .body("permissions.any", contains("drafts:read", "notes:write"))
                    .body("permissions.own", hasItems("articles:write", "tokens:manage"));
        }

        @Test
        void may_no_more_than_the_scopes_of_the_token() {
            var secret = secret(Role.EDITOR, Map.of("scopes", List.of("drafts:read")));
            given.with(secret)
                    .get("/me")
                    .then()
                    .body("token.scopes", contains("drafts:read"))
                    .body("permissions.any", contains("drafts:read"))
                    .body("permissions.own", empty());
            var draft = given.article().draft();
            given.with(secret).get("/articles/{id}", draft.id()).then().statusCode(200);
            given.with(secret)
                    .contentType(JSON)
                    .body(Map.of("title", "Other"))
                    .patch("/articles/{id}", draft.id())
                    .then()
                    .statusCode(403);
            given.with(secret).get("/tokens").then().statusCode(403);
        }
    }

    @Nested
    class Own {
        @Test
        void others_hear_nothing_of_tokens_that_are_not_theirs() {
            String admins = make(given.admin(), Map.of()).extract().path("id");
            given.editor().get("/tokens/{id}", admins).then().statusCode(404);
            given.editor()
                    .header("If-Match", "*")
                    .delete("/tokens/{id}", admins)
                    .then()
                    .statusCode(404);
            replace(given.editor(), admins, 0).statusCode(404);
            make(given.editor(), Map.of("account", account(Role.ADMIN))).statusCode(403);
            make(given.editor(), Map.of("account", "nobody")).statusCode(403);
        }

        @Test
        void everybody_makes_lists_and_revokes_their_own() {
            make(given.admin(), Map.of());
            String id = make(given.moderator(), Map.of()).statusCode(201).extract().path("id");
            make(given.moderator(), Map.of("account", account(Role.MODERATOR))).statusCode(201);
            given.moderator()
                    .get("/tokens")
                    .then()
                    .body("data", hasSize(3))
                    .body("data.account", everyItem(equalTo(account(Role.MODERATOR))));
            given.moderator()
                    .header("If-Match", "*")
                    .delete("/tokens/{id}", id)
                    .then()
                    .statusCode(204);
            given.admin().get("/tokens").then().body("data.account", hasItem(account(Role.ADMIN)));
        }
    }

    @Nested
    class Scopes {
        @Test
        void are_no_wider_than_what_the_account_may() {
            fault(
                    make(given.moderator(), Map.of("scopes", List.of("articles:write"))),
                    "/scopes",
                    "beyond-rights");
            fault(
                    make(
                            given.admin(),
                            Map.of(
                                    "account",
                                    account(Role.EDITOR),
                                    "scopes",
                                    List.of("accounts:manage"))),
                    "/scopes",
                    "beyond-rights");
        }

        @Test
        void are_no_wider_than_those_of_the_token_that_makes_it() {
            var narrow =
                    secret(Role.ADMIN, Map.of("scopes", List.of("tokens:manage", "drafts:read")));
            fault(make(given.with(narrow), Map.of()), "/scopes", "beyond-rights");
            fault(
                    make(given.with(narrow), Map.of("scopes", List.of("terms:write"))),
                    "/scopes",
                    "beyond-rights");
            fault(
                    make(given.with(narrow), Map.of("account", account(Role.EDITOR))),
                    "/scopes",
                    "beyond-rights");
            make(given.with(narrow), Map.of("scopes", List.of("drafts:read")))
                    .statusCode(201)
                    .body("scopes", contains("drafts:read"));
            String whole = make(given.admin(), Map.of()).extract().path("id");
            replace(given.with(narrow), whole, 0).statusCode(422);
        }

        @Test
        void are_those_of_the_role_from_the_next_request_on() {
            var secret =
                    secret(Role.EDITOR, Map.of("scopes", List.of("drafts:read", "terms:write")));
            patch(account(Role.EDITOR), Map.of("role", "viewer")).statusCode(200);
            given.with(secret).get("/me").then().body("permissions.any", contains("drafts:read"));
        }
    }

    @Nested
    class From {
        @ParameterizedTest
        @ValueSource(
                strings = {"", "example.org", "192.0.2.0/33", "192.0.2", "1.2.3.4/-1", "::/129"})
        void what_is_no_range_is_refused(String range) {
            fault(
                    make(given.editor(), Map.of("addresses", List.of("192.0.2.1", range))),
                    "/addresses/1",
                    "invalid-range");
        }

        @Test
        void elsewhere_it_is_no_token() {
            var secret =
                    secret(
                            Role.EDITOR,
                            Map.of("addresses", List.of("192.0.2.0/24", "2001:db8::/32")));
            given.with(secret)
                    .get("/me")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("invalid-token"));
        }

        @Test
        void there_it_is_one_and_makes_none_for_elsewhere() {
            var secret =
                    secret(
                            Role.EDITOR,
                            Map.of("addresses", List.of("192.0.2.1", given.address + "/31")));
            given.with(secret).get("/me").then().statusCode(200);
            fault(make(given.with(secret), Map.of()), "/addresses", "beyond-rights");
            fault(
                    make(given.with(secret), Map.of("addresses", List.of(given.address + "/30"))),
                    "/addresses/0",
                    "beyond-rights");
            make(given.with(secret), Map.of("addresses", List.of(given.address))).statusCode(201);
        }

        @Test
        void it_replaces_none_for_elsewhere() {
            var secret = secret(Role.EDITOR, Map.of("addresses", List.of(given.address + "/31")));
            String everywhere = make(given.editor(), Map.of()).extract().path("id");
            String wider =
                    make(given.editor(), Map.of("addresses", List.of(given.address + "/30")))
                            .extract()
                            .path("id");
            String within =
                    make(given.editor(), Map.of("addresses", List.of(given.address)))
                            .extract()
                            .path("id");
            fault(replace(given.with(secret), everywhere, 0), "", "beyond-rights");
            fault(replace(given.with(secret), wider, 0), "", "beyond-rights");
            replace(given.with(secret), within, 0).statusCode(201);
        }
    }

    @Test
    void a_token_tells_the_day_of_its_last_use() {
        var made = make(given.editor(), Map.of()).body("lastUsedAt", nullValue()).extract();
        given.with(made.path("secret")).get("/me");
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS).toString();
        Await.until(
                Duration.ofSeconds(10),
                () ->
                        today.equals(
                                given.editor()
                                        .get("/tokens/{id}", made.<String>path("id"))
                                        .path("lastUsedAt")));
    }

    @Nested
    class Replacement {
        @ParameterizedTest
        @ValueSource(ints = {-1, 10_081})
        void has_a_bounded_overlap(int minutes) {
            String id = make(given.editor(), Map.of()).extract().path("id");
            replace(given.editor(), id, minutes).statusCode(422);
        }

        @Test
        void lets_both_work_until_the_overlap_is_over() {
            var former = make(given.editor(), Map.of("scopes", List.of("drafts:read"))).extract();
            var made =
                    replace(given.editor(), former.path("id"), 60)
                            .statusCode(201)
                            .body("scopes", contains("drafts:read"))
                            .body("name", equalTo("Laptop"))
                            .extract();
            given.with(former.path("secret")).get("/me").then().statusCode(200);
            given.with(made.path("secret")).get("/me").then().statusCode(200);
            replace(given.editor(), former.path("id"), 0).statusCode(201);
            given.with(former.path("secret")).get("/me").then().statusCode(401);
            given.with(made.path("secret")).get("/me").then().statusCode(200);
        }

        @Test
        void is_made_once_however_often_it_is_tried() {
            String id = make(given.editor(), Map.of()).extract().path("id");
            var first = replace(keyed(), id, 60).statusCode(201).extract();
            replace(keyed(), id, 60)
                    .statusCode(201)
                    .body("id", equalTo(first.path("id")))
                    .body("secret", nullValue());
        }

        private RequestSpecification keyed() {
            return given.editor().header("Idempotency-Key", "rotation");
        }

        @Test
        void of_the_last_administrators_token_stays_for_good() {
            String id = given.admin().get("/me").path("token.id");
            given.admin()
                    .contentType(JSON)
                    .body(
                            Map.of(
                                    "overlapMinutes",
                                    0,
                                    "expiresAt",
                                    Instant.now().plus(1, ChronoUnit.DAYS).toString()))
                    .post("/tokens/{id}/replacement", id)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("last-admin"));
            replace(given.admin(), id, 0).statusCode(201);
            given.admin().get("/me").then().statusCode(401);
        }
    }

    private static ValidatableResponse replace(RequestSpecification who, String id, int minutes) {
        return who.contentType(JSON)
                .body(Map.of("overlapMinutes", minutes))
                .post("/tokens/{id}/replacement", id)
                .then();
    }

    private ValidatableResponse patch(String account, Map<String, ?> patch) {
        return given.admin().contentType(JSON).body(patch).patch("/accounts/{id}", account).then();
    }

    @Nested
    class Suspended {
        @Test
        void every_token_is_dead_at_once_and_works_again_afterwards() {
            var secret = secret(Role.EDITOR, Map.of());
            var account = account(Role.EDITOR);
            patch(account, Map.of("suspended", true))
                    .statusCode(200)
                    .body("suspended", equalTo(true));
            given.with(secret).get("/me").then().statusCode(401);
            given.editor().get("/tags").then().statusCode(401);
            patch(account, Map.of("suspended", false)).statusCode(200);
            given.with(secret).get("/me").then().statusCode(200);
        }

        @Test
        void the_last_administrator_can_be_neither_suspended_nor_another() {
            var admin = account(Role.ADMIN);
            patch(admin, Map.of("suspended", true)).statusCode(409);
            patch(admin, Map.of("role", "editor"))
                    .statusCode(409)
                    .body("code", equalTo("last-admin"));
            patch(admin, Map.of("name", "Chief")).statusCode(200);
        }

        @Test
        void an_administrator_who_is_suspended_is_none() {
            var other =
                    given.admin()
                            .contentType(JSON)
                            .body(Map.of("name", "Other", "role", "admin"))
                            .post("/accounts")
                            .<String>path("id");
            make(given.admin(), Map.of("account", other)).statusCode(201);
            patch(other, Map.of("suspended", true)).statusCode(200);
            patch(account(Role.ADMIN), Map.of("suspended", true)).statusCode(409);
            patch(other, Map.of("suspended", false)).statusCode(200);
            patch(account(Role.ADMIN), Map.of("suspended", true)).statusCode(200);
        }
    }

    @Test
    void the_change_log_tells_administrators_by_which_token_something_was_done() {
        var article = given.article().draft();
        String token = given.editor().get("/me").path("token.id");
        var filter = "by.token==" + token;
        given.admin()
                .get("/changes?filter=" + filter)
                .then()
                .body("data.subject.id", contains(article.id()))
                .body("data.by.token", contains(token));
        given.editor().get("/changes?filter=" + filter).then().statusCode(403);
        given.editor().get("/changes").then().body("data[0].by", not(hasKey("token")));
        assertEquals(
                List.of("article.created"),
                given.admin()
                        .get(
                                "/changes?filter=by.id==%s;at=ge=2026-01-01;act==article.*;subject.id==%s"
                                        .formatted(account(Role.EDITOR), article.id()))
                        .path("data.act"));
    }
}
