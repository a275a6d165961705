package dev.byline.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenAuthenticationTest {

    private static final String WHO = "/api/v1/who";

    @TestHTTPResource URL server;

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bearer",
                    "Bearer byl_short",
                    "Basic YWRtaW46YWRtaW4=",
                    "byl_0000000000000000000000000000000000000000000000000",
                    "Bearer eyJhbGciOiJub25lIn0.e30."
                })
        void what_is_no_token_of_bylines(String header) {
            refused(given().header("Authorization", header), WHO);
        }

        @Test
        void a_token_nobody_issued() {
            refused(with(Secret.random()), WHO);
        }

        @Test
        void an_expired_token() {
            refused(with(issue(Role.ADMIN, Instant.now().minus(1, ChronoUnit.MINUTES))), WHO);
        }

        @Test
        void a_token_of_an_account_that_is_gone() {
            var secret = issue(Role.EDITOR, null);
            QuarkusTransaction.requiringNew().run(() -> Account.delete("name", name(secret)));
            refused(with(secret), WHO);
        }

        @Test
        void two_headers_even_of_a_good_token() {
            String bearer = "Bearer " + issue(Role.ADMIN, null).reveal();
            given().header("Authorization", bearer, bearer)
                    .get(WHO)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/", "/api/v1/nowhere", "/openapi", "/q/health/live", WHO + "/editor"})
        void a_bad_token_whatever_the_address(String path) {
            refused(with(Secret.random()), path);
        }

        private void refused(RequestSpecification request, String path) {
            request.get(path)
                    .then()
                    .statusCode(401)
                    .contentType(equalTo("application/problem+json"))
                    .header("WWW-Authenticate", "Bearer realm=\"byline\", error=\"invalid_token\"")
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("invalid-token"))
                    .body("type", equalTo("/problems/invalid-token"))
                    .body("status", is(401))
                    .body("title", equalTo("The token is not valid"));
        }

        @Test
        void a_bad_token_before_the_body_has_come_and_hangs_up() throws IOException {
            String answer =
                    Wire.exchange(
                            server,
                            """
                    POST /api/v1/who HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Length: 1000000

                    """
                                    .formatted(Secret.random().reveal()));
            assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
        }
    }

    @Test
    void the_connection_outlives_a_refusal_where_no_body_is_to_come() throws IOException {
        String bad =
                """
                GET /api/v1/who HTTP/1.1
                Host: localhost
                Authorization: Bearer %s

                """
                        .formatted(Secret.random().reveal());
        String good = "GET /api/v1/who HTTP/1.1\nHost: localhost\nConnection: close\n\n";

        String answers = Wire.exchange(server, bad + good);

        assertTrue(answers.startsWith("HTTP/1.1 401"), answers);
        assertTrue(answers.contains("HTTP/1.1 200"), answers);
    }

    @Nested
    class Knows {

        @Test
        void a_reader_by_the_absence_of_a_token() {
            given().get(WHO)
                    .then()
                    .statusCode(200)
                    .body("accountId", nullValue())
                    .body("anonymous", is(true))
                    .body("permissions", empty());
        }

        @Test
        void an_account_by_its_token_whatever_the_case_of_the_scheme() {
            var secret = issue(Role.EDITOR, Instant.now().plus(1, ChronoUnit.MINUTES));
            given().header("Authorization", "bearer " + secret.reveal())
                    .get(WHO)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(name(secret)))
                    .body("role", equalTo("editor"))
                    .body("permissions", not(hasItem("ACCOUNTS_MANAGE")));
        }

        @Test
        void an_administrator_with_all_permissions() {
            with(issue(Role.ADMIN, null))
                    .get(WHO + "/editor")
                    .then()
                    .statusCode(200)
                    .body("permissions", hasSize(Permission.values().length));
        }
    }

    @Test
    void a_moderator_is_no_editor() {
        with(issue(Role.MODERATOR, null)).get(WHO + "/editor").then().statusCode(403);
    }

    @Test
    void a_reader_is_no_editor() {
        given().get(WHO + "/editor").then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource
    void what_no_annotation_opens_is_closed(Role role) {
        with(issue(role, null)).get(WHO + "/unannotated").then().statusCode(403);
    }

    private static RequestSpecification with(Secret secret) {
        return given().header("Authorization", "Bearer " + secret.reveal());
    }

    private static Secret issue(Role role, Instant expiresAt) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account = new Account("account-" + UUID.randomUUID(), role);
                            account.persist();
                            return Token.issue(account, "test", expiresAt).secret();
                        });
    }

    private static String name(Secret secret) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Token.<Token>find("hash", secret.hash()).firstResult().account.name);
    }
}
