package dev.byline;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever follows the document from the first thing to the last, with its own examples, succeeds
/// everywhere on `./byline demo`: what the Swagger UI fills in is right as it stands.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExamplesTest {

    /// Every operation, each where what it needs is there.
    private static final List<String> WALK =
            List.of(
                    "readIndex",
                    "createAuthor",
                    "listAuthors",
                    "readAuthor",
                    "replaceAuthor",
                    "patchAuthor",
                    "replaceAuthorBy",
                    "undoAuthorReplacement",
                    "deleteAuthor",
                    "createTag",
                    "listTags",
                    "readTag",
                    "replaceTag",
                    "patchTag",
                    "replaceTagBy",
                    "undoTagReplacement",
                    "deleteTag",
                    "createArticle",
                    "postComment",
                    "listArticles",
                    "readArchive",
                    "search",
                    "readArticle",
                    "listArticleComments",
                    "listComments",
                    "readComment",
                    "moderateComment",
                    "deleteComment",
                    "replaceArticle",
                    "patchArticle",
                    "listRevisions",
                    "readRevision",
                    "diffRevision",
                    "blameArticle",
                    "restoreRevision",
                    "publishArticle",
                    "readPublication",
                    "withdrawArticle",
                    "trashArticle",
                    "restoreArticle",
                    "reviewArticle",
                    "readReview",
                    "listReviews",
                    "createNote",
                    "listNotes",
                    "readNote",
                    "patchNote",
                    "deleteNote",
                    "createRelease",
                    "listReleases",
                    "readRelease",
                    "replaceRelease",
                    "patchRelease",
                    "publishRelease",
                    "withdrawRelease",
                    "deleteRelease",
                    "createPreviewLink",
                    "listPreviewLinks",
                    "readPreviewLink",
                    "revokePreviewLink",
                    "createPage",
                    "listPages",
                    "readPage",
                    "replacePage",
                    "patchPage",
                    "listPageRevisions",
                    "readPageRevision",
                    "diffPageRevision",
                    "blamePage",
                    "restorePageRevision",
                    "publishPage",
                    "readPagePublication",
                    "withdrawPage",
                    "trashPage",
                    "restorePage",
                    "createAccount",
                    "listAccounts",
                    "readAccount",
                    "patchAccount",
                    "inviteAccount",
                    "deleteAccount",
                    "createToken",
                    "listTokens",
                    "readToken",
                    "replaceToken",
                    "revokeToken",
                    "readMe",
                    "listChanges",
                    "patchArticles",
                    "trashArticles",
                    "runBatch");

    /// What takes a secret has no example that succeeds.
    private static final Set<String> OF_SECRETS = Set.of("acceptInvitation");

    /// JSON has none: it is UTF-8.
    private static final RestAssuredConfig WITHOUT_CHARSET =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private record Operation(String method, String path, JsonNode node) {}

    private final Given given = new Given();

    /// The last segment of the address of what was made last: ids that no document can know.
    private String latestId;

    @TestHTTPResource("/")
    URI server;

    /// The first account of an installation has this name.
    private void install() throws Exception {
        new Demo("http://localhost:" + server.getPort(), given.token(Role.EDITOR)).run();
        given.admin()
                .contentType("application/json")
                .body(Map.of("name", "admin", "role", "admin"))
                .post("/accounts")
                .then()
                .statusCode(201);
    }

    @Test
    void theWalkLeavesNoOperationOut() throws IOException {
        var all = new TreeSet<>(WALK);
        all.addAll(OF_SECRETS);
        assertEquals(operations().keySet(), all);
    }

    @Test
    void eachExampleSucceedsAsItStands() throws Exception {
        install();
        var operations = operations();
        for (var id : WALK) {
            var operation = operations.get(id);
            var content = operation.node().at("/requestBody/content");
            if (content.isEmpty()) {
                succeeds(id, operation, request(operation));
            }
            for (var body : content.properties()) {
                var example = body.getValue().path("example").toString();
                succeeds(
                        id, operation, request(operation).contentType(body.getKey()).body(example));
            }
            for (var parameter : operation.node().path("parameters")) {
                if (operation.method().equals("get") && isOption(parameter)) {
                    var example = text(parameter.at("/schema/examples/0"));
                    var name = parameter.path("name").asText();
                    succeeds(id, operation, request(operation).queryParam(name, example));
                }
            }
        }
    }

    /// A cursor is opaque, and so is a secret: only a server makes one.
    private static boolean isOption(JsonNode parameter) {
        return parameter.path("in").asText().equals("query")
                && parameter.at("/schema/examples").isArray()
                && !isNeeded(parameter)
                && !List.of("after", "before", "preview").contains(parameter.path("name").asText());
    }

    private static boolean isNeeded(JsonNode parameter) {
        return parameter.path("in").asText().equals("query")
                && parameter.path("required").asBoolean();
    }

    private void succeeds(String id, Operation operation, RequestSpecification request) {
        var response = request.request(operation.method(), operation.path());
        assertTrue(response.statusCode() / 100 == 2, () -> id + ": " + response.asString());
        assertFalse(response.asString().contains("\"data\":[]"), () -> id + " finds nothing");
        remember(response);
    }

    private void remember(Response response) {
        var location = response.header("Location");
        if (location != null) {
            latestId = location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /// As the Swagger UI fills it in.
    private RequestSpecification request(Operation operation) {
        var request =
                given().config(WITHOUT_CHARSET)
                        .header("Authorization", "Bearer " + given.token(Role.ADMIN));
        for (var parameter : operation.node().path("parameters")) {
            var example =
                    parameter.has("example")
                            ? parameter.path("example")
                            : parameter.at(
                                    isNeeded(parameter) ? "/schema/examples/0" : "/schema/default");
            var value = example.isMissingNode() ? latestId : text(example);
            var isPath = parameter.path("in").asText().equals("path");
            if (isPath || !example.isMissingNode()) {
                set(request, parameter, value);
            }
        }
        return request;
    }

    /// The names of a list have commas between them.
    private static String text(JsonNode example) {
        return example.isArray()
                ? example.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : example.asText();
    }

    private static void set(RequestSpecification request, JsonNode parameter, String value) {
        var name = parameter.path("name").asText();
        switch (parameter.path("in").asText()) {
            case "path" -> request.pathParam(name, value);
            case "query" -> request.queryParam(name, value);
            case "header" -> request.header(name, value);
            case String other -> throw new IllegalStateException(other);
        }
    }

    private static Map<String, Operation> operations() throws IOException {
        var json = given().get("/openapi?format=json").then().statusCode(200).extract();
        var operations = new TreeMap<String, Operation>();
        new ObjectMapper()
                .readTree(json.asString())
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        operations.put(
                                                                method.getValue()
                                                                        .path("operationId")
                                                                        .asText(),
                                                                new Operation(
                                                                        method.getKey(),
                                                                        path.getKey(),
                                                                        method.getValue()))));
        return operations;
    }
}
