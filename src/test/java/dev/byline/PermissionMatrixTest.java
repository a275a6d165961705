package dev.byline;

import static io.restassured.RestAssured.given;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.identity.Permission;
import dev.byline.identity.Role;
import dev.byline.identity.TestTokens;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.TestJwt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Walks every operation of the document with every role, and none. What is asked for is not there,
/// and no body says anything: who may is told so, everybody else hears of it nothing but 401 or
// 403.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PermissionMatrixTest {
    private static final List<String> ACCOUNTS =
            Arrays.stream(Role.values()).map(Role::text).toList();
    private static final String READER = "reader";
    private static final String OWN = ":own";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Given given = new Given();

    @TestHTTPResource("/")
    URI server;

    @Test
    void every_operation_lets_in_whom_the_document_names_and_nobody_else() throws IOException {
        var unexpected = new ArrayList<String>();
        var operations = operations().toList();
        var jwts = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            jwts.put(role, TestJwt.of(role.text()).text());
        }
        for (var operation : operations) {
            for (var role : Role.values()) {
                var who =
                        operation.roles().contains(role.text() + OWN)
                                ? role.text() + OWN
                                : role.text();
                compare(operation, who, ask(operation, given.token(role)), 403, unexpected);
                compare(operation, who, ask(operation, jwts.get(role)), 403, unexpected);
            }
            compare(operation, READER, ask(operation, null), 401, unexpected);
        }
        assertTrue(operations.size() > 50);
        assertEquals(List.of(), unexpected);
    }

    private static void compare(
            Operation operation, String who, int status, int refusal, List<String> unexpected) {
        var isRefused = status == 401 || status == 403;
        if (operation.roles().contains(who) ? isRefused || status >= 500 : status != refusal) {
            unexpected.add("%s as %s: %d".formatted(operation, who, status));
        }
    }

    /// @param token null for a reader
    private int ask(Operation operation, String token) {
        return ask(operation.on(UUID.randomUUID().toString()), operation.body("{}"), token);
    }

    private int ask(Operation.At at, String token) {
        return ask(at, at.operation().example(), token);
    }

    /// Nothing is done where it is let in. Not by REST Assured, which takes ten times as long; that
    /// answers are as the document says is for other tests.
    private int ask(Operation.At at, String body, String token) {
        var request =
                HttpRequest.newBuilder(server.resolve(at.path()))
                        .method(
                                at.operation().method().toUpperCase(Locale.ROOT),
                                body == null ? noBody() : ofString(body))
                        .header("If-Match", "\"stale\"")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", new Given().address);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void what_is_for_the_own_alone_is_refused_on_what_is_anothers() throws IOException {
        var unexpected = new ArrayList<String>();
        var operations =
                operations().filter(Operation::isOfOwn).filter(Operation::isAboutOne).toList();
        for (var operation : operations) {
            for (var role : Role.values()) {
                if (operation.roles().contains(role.text() + OWN)) {
                    compareOwn(operation, role, unexpected);
                }
            }
        }
        assertTrue(operations.size() >= 5);
        assertEquals(List.of(), unexpected);
    }

    @Test
    void a_token_lets_do_what_its_scopes_name_and_a_dead_one_nothing() throws IOException {
        var unexpected = new ArrayList<String>();
        var suspended = TestTokens.suspended(Role.ADMIN);
        var expired = TestTokens.expired(Role.ADMIN);
        var operations = operations().toList();
        for (var operation : operations) {
            compare(operation, "", ask(operation, suspended), 401, unexpected);
            compare(operation, "", ask(operation, expired), 401, unexpected);
        }
        for (var permission : Permission.values()) {
            var others = EnumSet.complementOf(EnumSet.of(permission));
            var wide = TestTokens.scoped(Role.ADMIN, others);
            for (var operation : needing(permission, operations)) {
                var narrow = TestTokens.scoped(Role.ADMIN, needed(operation, operations));
                compare(operation, "admin", ask(operation, narrow), 403, unexpected);
                compare(operation, "", ask(operation, wide), 403, unexpected);
            }
        }
        assertEquals(List.of(), unexpected);
    }

    private static List<Operation> needing(Permission permission, List<Operation> all) {
        return all.stream().filter(one -> one.scope().equals(permission.text())).toList();
    }

    /// With what it takes without a parameter.
    private static Set<Permission> needed(Operation operation, List<Operation> all) {
        return all.stream()
                .filter(one -> one.id().equals(operation.id()))
                .map(one -> Permission.of(one.scope()))
                .collect(Collectors.toSet());
    }

    private void compareOwn(Operation operation, Role role, List<String> unexpected) {
        var own = ask(operation.on(made(operation, given.as(role))), given.token(role));
        var anothers = ask(operation.on(made(operation, given.admin())), given.token(role));
        if (own == 401
                || own == 403
                || own == 404
                || own >= 500
                || anothers != operation.refusal()) {
            unexpected.add("%s as %s: %d, %d".formatted(operation, role, own, anothers));
        }
    }

    private static String made(Operation operation, RequestSpecification request) {
        request.contentType("application/json");
        return operation.isOfTokens()
                ? request.body("{\"name\": \"Laptop\"}").post("/tokens").path("id")
                : request.body("{\"title\": \"A night\", \"body\": \"Late.\"}")
                        .post("/articles")
                        .path("id");
    }

    @Test
    void every_operation_needs_one_permission_or_is_open_to_readers_or_any_account()
            throws IOException {
        operations()
                .forEach(
                        operation -> {
                            if (operation.scope().isEmpty()) {
                                assertTrue(
                                        operation.roles().containsAll(ACCOUNTS),
                                        operation.toString());
                            } else {
                                assertEquals(
                                        rolesWith(Permission.of(operation.scope())),
                                        operation.roles(),
                                        operation.toString());
                            }
                        });
    }

    private static List<String> rolesWith(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(permission::isOf)
                .map(role -> role.text() + (permission.isOfOwn(role) ? OWN : ""))
                .toList();
    }

    @Test
    void no_permission_is_there_that_no_operation_needs() throws IOException {
        var needed = operations().map(Operation::scope).toList();
        for (var permission : Permission.values()) {
            assertTrue(needed.contains(permission.text()), permission.text());
        }
    }

    @Test
    void the_matrix_stands_on_a_page_for_people() throws IOException {
        var page = given().get("/docs/permissions").then().statusCode(200).extract().asString();
        operations()
                .forEach(
                        operation ->
                                assertTrue(
                                        page.contains("<td>" + operation.id() + "<td>"),
                                        operation.id()));
        for (var permission : Permission.values()) {
            assertTrue(page.contains("<code>" + permission.text() + "</code>"), permission.text());
        }
    }

    private record Operation(
            String id, String method, String way, List<String> roles, String scope, JsonNode body) {
        static Operation of(String path, String method, JsonNode said) {
            assertFalse(said.path("x-roles").isEmpty(), path);
            return new Operation(
                    said.path("operationId").asText(),
                    method,
                    path,
                    StreamSupport.stream(said.path("x-roles").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    said.path("x-scope").asText(),
                    said.path("requestBody"));
        }

        /// What it does besides where a parameter that needs another permission is `true`.
        static Stream<Operation> withParameters(String path, String method, JsonNode said) {
            return StreamSupport.stream(said.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.has("x-scope"))
                    .map(
                            parameter ->
                                    of(
                                            path + "?" + parameter.path("name").asText() + "=true",
                                            method,
                                            ((ObjectNode) parameter)
                                                    .set("operationId", said.get("operationId"))));
        }

        /// With the id of what it is about in its path.
        At on(String id) {
            return new At(this, way.replaceAll("\\{[^}]*}", id));
        }

        boolean isOfOwn() {
            return roles.stream().anyMatch(role -> role.endsWith(OWN));
        }

        boolean isOfTokens() {
            return way.contains("/tokens");
        }

        /// Of what is another's: who may not know of it hears nothing of it.
        int refusal() {
            return isOfTokens() ? 404 : 403;
        }

        boolean isAboutOne() {
            return way.contains("{");
        }

        /// Null where it takes none.
        String body(String text) {
            return body.isMissingNode() ? null : text;
        }

        /// The document's, but for what needs another permission.
        String example() {
            var example = (ObjectNode) body.findValue("example");
            return example == null ? null : example.without("publication").toString();
        }

        record At(Operation operation, String path) {}
    }

    private static Stream<Operation> operations() throws IOException {
        var document = given().accept("application/json").get("/openapi").asString();
        return new ObjectMapper()
                .readTree(document).path("paths").properties().stream()
                        .flatMap(
                                path ->
                                        path.getValue().properties().stream()
                                                .filter(
                                                        entry ->
                                                                entry.getValue().has("operationId"))
                                                .flatMap(
                                                        entry ->
                                                                all(
                                                                        path.getKey(),
                                                                        entry.getKey(),
                                                                        entry.getValue())));
    }

    private static Stream<Operation> all(String path, String method, JsonNode said) {
        return Stream.concat(
                Stream.of(Operation.of(path, method, said)),
                Operation.withParameters(path, method, said));
    }
}
