package dev.byline.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.Keycloak;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Signing in at a real Keycloak: `mvn -Pkeycloak test -Dtest=KeycloakTest`.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@Tag("keycloak")
class KeycloakTest {
    private final Given given = new Given();

    private static String token(String client, String user, String kind) {
        var issuer = ConfigProvider.getConfig().getValue("byline.oidc-issuer", String.class);
        return given().noFilters()
                .baseUri(issuer)
                .port(URI.create(issuer).getPort())
                .formParam("grant_type", "password")
                .formParam("scope", "openid")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", "a-night-at-the-council")
                .post("/protocol/openid-connect/token")
                .path(kind);
    }

    @Test
    void whoever_has_no_role_of_bylines_is_not_let_in() {
        given.with(token("byline-docs", "reader", "access_token"))
                .get("/me")
                .then()
                .statusCode(401);
    }

    @Test
    void neither_a_token_for_somebody_else_nor_an_id_token_is_taken() {
        given.with(token("elsewhere", "robin", "access_token")).get("/me").then().statusCode(401);
        given.with(token("byline-docs", "robin", "id_token")).get("/me").then().statusCode(401);
    }

    @Test
    void an_editor_is_let_in() {
        given.with(token("byline-docs", "robin", "access_token"))
                .get("/me")
                .then()
                .statusCode(200)
                .body("account.name", equalTo("robin"))
                .body("account.role", equalTo("editor"));
    }
}
