package dev.byline.account;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.http.Uuids;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How somebody who has nothing yet comes to a token.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class InvitationTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    private ValidatableResponse invited(String parameters) {
        return given.admin()
                .contentType(JSON)
                .body(Map.of("name", "r-" + UUID.randomUUID(), "role", "viewer"))
                .post("/accounts" + parameters)
                .then();
    }

    private static String secret(ValidatableResponse invited) {
        return invited.extract().<String>path("invitation.link").split("#")[1];
    }

    private ValidatableResponse accept(String secret) {
        return given.reader()
                .contentType(JSON)
                .body(Map.of("invitation", secret))
                .post("/invitations")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "byi_0000000000000000000000000000000000000000000000000",
                "byl_0000000000000000000000000000000000000000000000000"
            })
    void what_is_no_invitation_is_refused(String secret) {
        accept(secret).statusCode(404);
    }

    @Test
    void an_account_is_invited_where_that_is_asked_for() {
        invited("").statusCode(201).body("$", not(hasKey("invitation")));
        invited("?invite=yes").statusCode(400);
        var end =
                invited("?invite=true")
                        .statusCode(201)
                        .body(
                                "invitation.link",
                                matchesPattern("http://.*/docs/invitation#byi_\\w+"))
                        .extract()
                        .<String>path("invitation.expiresAt");
        var week = Duration.between(Instant.now(), Instant.parse(end)).toHours();
        assertTrue(week >= 167 && week <= 168, end);
    }

    @Test
    void yields_one_token_of_the_account() {
        var invited = invited("?invite=true");
        var secret = secret(invited);
        String token = accept(secret).statusCode(201).extract().path("secret");
        given.with(token)
                .get("/me")
                .then()
                .body("account.id", equalTo(invited.extract().path("id")))
                .body("account", not(hasKey("invitation")));
        accept(secret).statusCode(404);
    }

    @Test
    void yields_one_token_to_several_at_once() {
        var secret = secret(invited("?invite=true"));
        var made =
                IntStream.range(0, 8)
                        .parallel()
                        .map(_ -> accept(secret).extract().statusCode())
                        .filter(status -> status == 201)
                        .count();
        assertEquals(1, made);
    }

    @Test
    void ends_with_the_next_one_for_the_account_and_while_that_is_suspended() {
        var first = invited("?invite=true");
        String id = first.extract().path("id");
        var second = given.admin().post("/accounts/{id}/invitation", id).then().statusCode(201);
        accept(secret(first)).statusCode(404);
        suspend(id, true);
        accept(secret(second)).statusCode(404);
        suspend(id, false);
        accept(secret(second)).statusCode(201);
    }

    private void suspend(String account, boolean suspended) {
        given.admin()
                .contentType(JSON)
                .body(Map.of("suspended", suspended))
                .patch("/accounts/{id}", account)
                .then()
                .statusCode(200);
    }

    @Test
    void opens_nothing_after_its_end() throws SQLException {
        var invited = invited("?invite=true");
        try (var connection = database.getConnection();
                var past =
                        connection.prepareStatement(
                                "update invitation set expires_at = now() where account_id = ?")) {
            past.setObject(1, Uuids.parse(invited.extract().path("id")).orElseThrow());
            past.execute();
        }
        accept(secret(invited)).statusCode(404);
    }

    @Test
    void is_shown_once() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("name", "Once", "role", "viewer");
        for (var try_ : new boolean[] {true, false}) {
            given.admin()
                    .contentType(JSON)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/accounts?invite=true")
                    .then()
                    .statusCode(201)
                    .body("$", try_ ? hasKey("invitation") : not(hasKey("invitation")));
        }
    }

    @Test
    void its_page_uses_nothing_up() {
        var secret = secret(invited("?invite=true"));
        RestAssured.get("/docs/invitation")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<button"));
        accept(secret).statusCode(201);
    }
}
