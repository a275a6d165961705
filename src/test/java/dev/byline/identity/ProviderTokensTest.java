package dev.byline.identity;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.TestJwt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who comes with an access token of the identity provider.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class ProviderTokensTest {
    private final Given given = new Given();

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("no signature", ProviderTokensTest::unsigned),
                attack("HS256 with the public key", ProviderTokensTest::withThePublicKey),
                attack(
                        "another algorithm than the setting's",
                        jwt ->
                                jwt.signature.setAlgorithmHeaderValue(
                                        AlgorithmIdentifiers.RSA_USING_SHA512)),
                attack("another issuer", jwt -> jwt.claims.setIssuer("https://id.example.org")),
                attack("no issuer", jwt -> jwt.claims.unsetClaim("iss")),
                attack("another audience", jwt -> jwt.claims.setAudience("account")),
                attack("no audience", jwt -> jwt.claims.unsetClaim("aud")),
                attack("the past", jwt -> jwt.claims.setExpirationTimeMinutesInTheFuture(-2)),
                attack("no end", jwt -> jwt.claims.unsetClaim("exp")),
                attack("the future", jwt -> jwt.claims.setNotBeforeMinutesInThePast(-5)),
                attack("no subject", jwt -> jwt.claims.unsetClaim("sub")),
                attack("an unknown key", jwt -> jwt.signature.setKeyIdHeaderValue("second")),
                attack("a key of its own", ProviderTokensTest::withItsOwnKey),
                attack("a key in its head", ProviderTokensTest::withItsOwnKeyInItsHead),
                attack("keys elsewhere", ProviderTokensTest::withKeysElsewhere),
                attack(
                        "what must be understood",
                        jwt -> {
                            jwt.signature.setHeader("crit", List.of("x-night"));
                            jwt.signature.setHeader("x-night", true);
                        }),
                attack(
                        "no role of Byline's",
                        jwt -> jwt.claims.setClaim("realm_access", Map.of("roles", List.of("x")))),
                attack("no roles", jwt -> jwt.claims.unsetClaim("realm_access")));
    }

    private static Arguments attack(String name, Consumer<TestJwt> change) {
        return Arguments.of(name, change);
    }

    private static void unsigned(TestJwt jwt) {
        jwt.signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jwt.signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        jwt.signature.setKey(null);
    }

    private static void withThePublicKey(TestJwt jwt) {
        jwt.signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jwt.signature.setKey(new HmacKey(TestJwt.key().getRsaPublicKey().getEncoded()));
    }

    private static void withItsOwnKey(TestJwt jwt) {
        try {
            jwt.signature.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void withItsOwnKeyInItsHead(TestJwt jwt) {
        try {
            var own = RsaJwkGenerator.generateJwk(2048);
            jwt.signature.setKey(own.getPrivateKey());
            jwt.signature.setJwkHeader(own);
            jwt.signature.getHeaders().setStringHeaderValue("kid", null);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void withKeysElsewhere(TestJwt jwt) {
        withItsOwnKey(jwt);
        jwt.signature.setHeader("jku", "http://127.0.0.1:1/keys");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void lets_nobody_in_with(String name, Consumer<TestJwt> change) {
        var jwt = TestJwt.of("admin");
        change.accept(jwt);
        given.with(jwt.text())
                .get("/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("invalid-token"));
        given.admin().get("/accounts?limit=100").then().body("data.role", contains("admin"));
    }

    @Test
    void lets_nobody_in_with_what_was_changed_on_the_way() {
        var parts = TestJwt.of("viewer").text().split("\\.");
        var claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("viewer", "admin");
        var other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        given.with(parts[0] + "." + other + "." + parts[2]).get("/me").then().statusCode(401);
        given.with(parts[0] + "." + parts[1] + ".").get("/me").then().statusCode(401);
    }

    @Test
    void makes_an_account_at_first_sight_and_knows_it_again() {
        var jwt = TestJwt.of("contributor");
        var name = jwt.claims.getClaimValueAsString("preferred_username");
        String id =
                given.with(jwt.text())
                        .get("/me")
                        .then()
                        .statusCode(200)
                        .body("account.name", equalTo(name))
                        .body("account.role", equalTo("contributor"))
                        .body("token", nullValue())
                        .body("permissions.any", contains("drafts:read", "notes:write"))
                        .body("permissions.own", hasItems("articles:write"))
                        .extract()
                        .path("account.id");
        given.with(jwt.text()).get("/me").then().body("account.id", equalTo(id));
        given.admin()
                .get("/changes?filter=subject.id==" + id)
                .then()
                .body("data.act", contains("account.created"))
                .body("data[0].by.id", equalTo(id));
    }

    @Test
    void has_the_role_that_the_provider_names_from_then_on() {
        var jwt = TestJwt.of("editor");
        String id = given.with(jwt.text()).get("/me").path("account.id");
        jwt.claims.setClaim("realm_access", Map.of("roles", List.of("viewer", "moderator")));
        given.with(jwt.text()).get("/me").then().body("account.role", equalTo("moderator"));
        given.admin().get("/accounts/{id}", id).then().body("role", equalTo("moderator"));
        given.admin()
                .get("/changes?filter=subject.id==" + id)
                .then()
                .body("data.act", contains("account.created", "account.changed"));
    }

    @Test
    void bears_another_name_where_an_account_has_theirs() {
        var first = TestJwt.of("viewer");
        var second = TestJwt.of("viewer");
        first.claims.setClaim("preferred_username", "robin");
        second.claims.setClaim("preferred_username", "Robin");
        given.with(first.text()).get("/me").then().body("account.name", equalTo("robin"));
        given.with(second.text()).get("/me").then().body("account.name", startsWith("Robin ("));
    }

    @Test
    void is_refused_at_once_when_suspended() {
        var jwt = TestJwt.of("editor").text();
        String id = given.with(jwt).get("/me").path("account.id");
        given.admin()
                .contentType(JSON)
                .body(Map.of("suspended", true))
                .patch("/accounts/{id}", id)
                .then()
                .statusCode(200);
        given.with(jwt).get("/me").then().statusCode(401);
    }

    @Test
    void makes_tokens_of_their_own() {
        String secret =
                given.with(TestJwt.of("editor").text())
                        .contentType(JSON)
                        .body(Map.of("name", "Script", "scopes", List.of("drafts:read")))
                        .post("/tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("secret");
        given.with(secret).get("/me").then().body("account.role", equalTo("editor"));
    }
}
