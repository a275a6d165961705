package dev.byline.batch;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Permission;
import dev.byline.identity.Role;
import dev.byline.identity.TestTokens;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Several operations in one request.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BatchResourceTest {
    private static final Map<String, ?> AUTHOR = op("dani", "createAuthor", Map.of("name", "Dani"));

    /// Notes of colleagues are left out.
    private static final String WRITTEN = "/api/v1/(articles|authors|tags|comments)(?!.*/notes).*";

    private final Given given = new Given();

    @Test
    void is_for_accounts_alone() {
        run(given.reader(), "", AUTHOR).statusCode(401);
        run(given.as(Role.VIEWER), "", AUTHOR)
                .statusCode(422)
                .body("code", equalTo("batch-failed"))
                .body("failed.problem.status", equalTo(403));
        assertNothingDone();
    }

    @Test
    void each_operation_needs_what_it_needs_by_itself() {
        var narrow = TestTokens.scoped(Role.ADMIN, EnumSet.of(Permission.TERMS_WRITE));
        run(given.with(narrow), "", AUTHOR, op(null, "createArticle", article()))
                .statusCode(422)
                .body("failed.index", equalTo(1))
                .body("failed.problem.code", equalTo("forbidden"));
        assertNothingDone();
        run(given.with(narrow), "", AUTHOR).statusCode(200);
        var others = given.article().draft();
        run(
                        given.as(Role.CONTRIBUTOR),
                        "",
                        on("patchArticle", Map.of("article", others.id()), Map.of("title", "Mine")))
                .statusCode(422)
                .body("failed.problem.code", equalTo("forbidden"))
                .body("failed.problem.detail", containsString("not yours"));
    }

    @Test
    void a_field_that_is_not_for_the_caller_is_refused_as_well() {
        var trashed = given.article().trashed();
        var purge = on("trashArticle", Map.of("article", trashed.id(), "purge", "true"), null);
        run(given.editor(), "", purge)
                .statusCode(422)
                .body("failed.problem.code", equalTo("forbidden"));
        run(given.admin(), "", purge).body("failed.problem.code", equalTo("precondition-required"));
    }

    @Test
    void tells_all_that_is_wrong_before_anything_is_done() {
        run(
                        given.editor(),
                        "",
                        AUTHOR,
                        op("dani", "createTag", Map.of("name", "Politics")),
                        op("1", "createTag", null),
                        on("patchArticle", Map.of("articel", "x", "base", "live"), Map.of()),
                        on("deleteTag", Map.of("tag", "x"), Map.of()))
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body(
                        "errors.pointer",
                        contains(
                                "/operations/1/id",
                                "/operations/2/id",
                                "/operations/2/body",
                                "/operations/3/parameters/articel",
                                "/operations/3/parameters/article",
                                "/operations/4/body"))
                .body(
                        "errors.code",
                        contains(
                                "twice",
                                "wrong-value",
                                "missing",
                                "unknown-property",
                                "missing",
                                "unknown-property"))
                .body("errors[3].detail", containsString("article"));
        assertNothingDone();
    }

    @Test
    void an_operation_that_it_cannot_hold_is_refused() {
        run(given.admin(), "", op(null, "createAccount", Map.of("name", "x", "role", "admin")))
                .statusCode(400)
                .body("code", equalTo("wrong-type"))
                .body("errors[0].pointer", equalTo("/operations/0/operation"))
                .body("errors[0].detail", containsString("createArticle, replaceArticle"));
        run(given.admin(), "").statusCode(422).body("errors[0].pointer", equalTo("/operations"));
        given.admin()
                .contentType(JSON)
                .body(
                        Map.of(
                                "operations",
                                Collections.nCopies(101, op(null, "createTag", Map.of()))))
                .post("/batch")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many-items"));
        run(given.admin(), "?atomic=perhaps", AUTHOR).statusCode(400);
        run(given.admin(), "?dryRun=perhaps", AUTHOR).statusCode(400);
    }

    @Test
    void nothing_is_done_where_one_is_refused() {
        var article = given.article().titled("Before").published();
        run(
                        given.editor(),
                        "",
                        AUTHOR,
                        on(
                                "patchArticle",
                                Map.of("article", article.id()),
                                Map.of("title", "After")),
                        op("bad", "createArticle", Map.of("title", "", "body", "x", "wordz", 1)))
                .statusCode(422)
                .body("code", equalTo("batch-failed"))
                .body("detail", containsString("Operation 2 (createArticle)"))
                .body("failed.index", equalTo(2))
                .body("failed.id", equalTo("bad"))
                .body("failed.problem.code", equalTo("unknown-property"))
                .body("failed.problem.errors[0].pointer", equalTo("/wordz"));
        assertNothingDone();
        assertEquals("Before", title(article.id()));
    }

    @Test
    void a_rule_of_the_database_is_told_as_by_itself() {
        var tag = given.tag();
        run(
                        given.editor(),
                        "",
                        AUTHOR,
                        op(null, "createTag", Map.of("name", "x", "slug", tag.slug())))
                .statusCode(422)
                .body("failed.problem.code", equalTo("slug-taken"))
                .body("failed.problem.status", equalTo(409));
        assertNothingDone();
    }

    @Test
    void a_former_slug_is_not_followed() {
        var tag = given.tag();
        given.editor()
                .contentType(JSON)
                .body(Map.of("slug", "another"))
                .patch("/tags/" + tag.id())
                .then()
                .statusCode(200);
        run(given.editor(), "", on("patchTag", Map.of("tag", tag.slug()), Map.of("name", "x")))
                .statusCode(422)
                .body("failed.problem.code", equalTo("not-found"))
                .body("failed.problem.detail", containsString("another"));
    }

    @Test
    void what_is_made_can_be_named_by_what_follows() {
        var tag = op("t", "createTag", Map.of("name", "Harbour"));
        var written =
                op(
                        "night",
                        "createArticle",
                        Map.of(
                                "title",
                                "$dani.id is no author",
                                "body",
                                "$100 and $x.id",
                                "authors",
                                List.of("$dani.id"),
                                "tags",
                                List.of("$t.id")));
        var publish =
                on("publishArticle", Map.of("article", "$night.id", "If-Match", "*"), Map.of());
        var comment =
                op("c", "postComment", Map.of("article", "$night.id"), Map.of("body", "Well"));
        var reply =
                op(
                        null,
                        "postComment",
                        Map.of("article", "$night.id"),
                        Map.of("body", "Put", "parentId", "$c.id"));
        var results =
                run(given.editor(), "", AUTHOR, tag, written, publish, comment, reply)
                        .statusCode(200)
                        .body("dryRun", equalTo(false))
                        .body("failed", equalTo(0))
                        .body("results.status", contains(201, 201, 201, 200, 201, 201))
                        .body("results.id", contains("dani", "t", "night", null, "c", null))
                        .body("results[2].etag", notNullValue())
                        .body("results[2].location", containsString("/articles/"))
                        .body("results[2].body.title", equalTo("$dani.id is no author"))
                        .body("results[2].body.body", equalTo("$100 and $x.id"))
                        .body("results[3].location", nullValue())
                        .extract()
                        .jsonPath();
        given.reader()
                .get("/articles/" + results.getString("results[2].body.id"))
                .then()
                .statusCode(200)
                .body("authors.name", contains("Dani"))
                .body("tags.name", contains("Harbour"))
                .body("commentCount", equalTo(2));
    }

    @Test
    void each_operation_can_be_done() {
        var results =
                run(
                                given.admin(),
                                "",
                                op("a", "createArticle", article()),
                                on("patchArticle", at("article", "a"), Map.of("title", "Two")),
                                on("replaceArticle", at("article", "a"), article()),
                                on("restoreRevision", at("article", "a"), Map.of("restore", 2)),
                                on(
                                        "reviewArticle",
                                        at("article", "a"),
                                        Map.of("state", "approved")),
                                on("publishArticle", at("article", "a"), Map.of()),
                                op(
                                        "c",
                                        "postComment",
                                        Map.of("article", "$a.id"),
                                        Map.of("body", "x")),
                                on("moderateComment", at("id", "c"), Map.of("status", "rejected")),
                                on("deleteComment", at("id", "c"), null),
                                on("withdrawArticle", at("article", "a"), null),
                                on("trashArticle", at("article", "a"), null),
                                on("restoreArticle", at("article", "a"), null),
                                AUTHOR,
                                op("other", "createAuthor", Map.of("name", "Sam")),
                                on("patchAuthor", at("author", "dani"), Map.of("name", "Danny")),
                                on("replaceAuthor", at("author", "dani"), Map.of("name", "Dan")),
                                on(
                                        "replaceAuthorBy",
                                        at("author", "dani"),
                                        Map.of("id", "$other.id")),
                                on("undoAuthorReplacement", at("author", "dani"), null),
                                on("deleteAuthor", at("author", "dani"), null),
                                op("t", "createTag", Map.of("name", "Dani")),
                                op("u", "createTag", Map.of("name", "Sam")),
                                on("patchTag", at("tag", "t"), Map.of("name", "Danny")),
                                on("replaceTag", at("tag", "t"), Map.of("name", "Dan")),
                                on("replaceTagBy", at("tag", "t"), Map.of("id", "$u.id")),
                                on("undoTagReplacement", at("tag", "t"), null),
                                on("deleteTag", at("tag", "t"), null))
                        .log()
                        .body()
                        .statusCode(200)
                        .body("failed", equalTo(0))
                        .body("results[1].body.revision", equalTo(2))
                        .body("results[9].status", equalTo(204))
                        .body("results[9].body", nullValue())
                        .extract()
                        .jsonPath();
        List<String> done = results.getList("results.operation");
        assertEquals(
                EnumSet.allOf(BatchedOperation.class),
                EnumSet.copyOf(done.stream().map(BatchedOperation::valueOf).toList()));
    }

    @Test
    void holds_all_operations_that_write_one_of_what_it_is_for() {
        Map<String, Map<String, Map<String, Object>>> paths =
                RestAssured.given().accept(JSON).get("/openapi").path("paths");
        var due =
                paths.entrySet().stream()
                        .filter(path -> path.getKey().matches(WRITTEN))
                        .flatMap(path -> path.getValue().entrySet().stream())
                        .filter(one -> !one.getKey().equals("get"))
                        .map(Map.Entry::getValue)
                        .map(one -> (String) one.get("operationId"))
                        .filter(id -> !Set.of("patchArticles", "trashArticles").contains(id))
                        .collect(Collectors.toSet());
        assertEquals(
                due,
                Arrays.stream(BatchedOperation.values())
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_by_itself_where_that_is_asked_for() {
        run(
                        given.editor(),
                        "?atomic=false",
                        op("bad", "createAuthor", Map.of("name", "")),
                        AUTHOR,
                        op(null, "createArticle", with("authors", List.of("$bad.id"))),
                        op("good", "createArticle", with("authors", List.of("$dani.id"))))
                .statusCode(200)
                .body("failed", equalTo(2))
                .body("results.status", contains(422, 201, 424, 201))
                .body("results[0].problem.errors[0].pointer", equalTo("/name"))
                .body("results[0].body", nullValue())
                .body("results[2].problem.code", equalTo("failed-dependency"))
                .body("results[3].body.authors.name", contains("Dani"));
        given.editor().get("/articles").then().body("data", hasSize(1));
    }

    @Test
    void a_dry_run_tells_what_would_be_done() {
        run(
                        given.editor(),
                        "?dryRun=true",
                        AUTHOR,
                        op(null, "createArticle", with("authors", List.of("$dani.id"))))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("results[1].body.authors.name", contains("Dani"));
        assertNothingDone();
        run(
                        given.editor(),
                        "?dryRun=true&atomic=false",
                        AUTHOR,
                        op("bad", "createTag", Map.of("name", "")),
                        op(null, "createArticle", with("authors", List.of("$dani.id"))))
                .statusCode(200)
                .body("results.status", contains(201, 422, 424));
        assertNothingDone();
    }

    @Test
    void a_retry_with_the_same_key_does_nothing_again() {
        var first = keyed("once", "", AUTHOR, op("n", "createArticle", article())).statusCode(200);
        var retried = keyed("once", "", AUTHOR, op("n", "createArticle", article()));
        assertEquals(first.extract().asString(), retried.extract().asString());
        given.editor().get("/articles").then().body("data", hasSize(1));
        keyed("once", "", AUTHOR)
                .statusCode(422)
                .body("failed.problem.code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_retry_of_each_by_itself_does_what_was_not_done() {
        var night = op(null, "createArticle", with("authors", List.of("nobody-yet")));
        keyed("part", "?atomic=false", AUTHOR, night).body("results.status", contains(201, 422));
        given.make("/authors", Map.of("name", "Nobody yet"));
        var results =
                keyed("part", "?atomic=false", AUTHOR, night)
                        .body("results.status", contains(201, 201));
        results.body("results[1].body.authors.slug", contains("nobody-yet"));
        given.editor().get("/authors").then().body("data", hasSize(2));
    }

    @Test
    void a_key_tells_nothing_of_a_comment_that_was_deleted() {
        var article = given.article().published();
        var post =
                op("c", "postComment", Map.of("article", article.id()), Map.of("body", "Secret"));
        String id = keyed("words", "", post).extract().path("results[0].body.id");
        given.editor().header("If-Match", "*").delete("/comments/" + id).then().statusCode(204);
        var retried = keyed("words", "", post).extract().asString();
        assertEquals(-1, retried.indexOf("Secret"), retried);
    }

    @Test
    void a_key_that_is_none_is_a_fault_of_the_request() {
        keyed("a b", "", AUTHOR).statusCode(400).body("code", equalTo("invalid-parameter"));
        keyed("x".repeat(201), "?atomic=false", AUTHOR).statusCode(400);
        assertNothingDone();
    }

    @Test
    void all_or_none_under_a_key_of_each_by_itself_is_another_request() {
        var bad = op(null, "createTag", Map.of("name", ""));
        keyed("both", "?atomic=false", AUTHOR, bad).body("results.status", contains(201, 422));
        keyed("both", "", AUTHOR, bad)
                .statusCode(422)
                .body("failed.index", equalTo(0))
                .body("failed.problem.code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_key_tells_nothing_of_what_was_changed_and_then_deleted() {
        var article = given.article().published();
        var post = op("c", "postComment", Map.of("article", article.id()), Map.of("body", "Hush"));
        String id = run(given.editor(), "", post).extract().path("results[0].body.id");
        var moderate =
                on(
                        "moderateComment",
                        Map.of("id", id, "If-Match", "*"),
                        Map.of("status", "rejected"));
        keyed("moderate", "", moderate)
                .body("results[0].body.body", equalTo("Hush"))
                .body("results[0].location", nullValue());
        given.editor().header("If-Match", "*").delete("/comments/" + id).then().statusCode(204);
        var moderated = keyed("moderate", "", moderate).statusCode(200).extract().asString();
        assertEquals(-1, moderated.indexOf("Hush"), moderated);

        var tag = given.tag();
        var rename = on("patchTag", Map.of("tag", tag.id()), Map.of("name", "Withdrawn"));
        keyed("rename", "", rename).statusCode(200).body("results[0].location", nullValue());
        keyed("rename", "", rename).body("results[0].body.name", equalTo("Withdrawn"));
        given.editor().header("If-Match", "*").delete("/tags/" + tag.id()).then().statusCode(204);
        keyed("rename", "", rename)
                .statusCode(200)
                .body("results[0].problem.code", equalTo("deleted"));
    }

    @Test
    void a_retry_of_what_was_made_and_deleted_says_so_and_that_the_rest_was_done() {
        var made = op("t", "createTag", Map.of("name", "For a moment"));
        var gone = on("deleteTag", at("tag", "t"), null);
        keyed("moment", "", made, gone, AUTHOR).statusCode(200).body("failed", equalTo(0));
        keyed("moment", "", made, gone, AUTHOR)
                .statusCode(200)
                .body("results.status", contains(409, 204, 201))
                .body("results[0].problem.code", equalTo("deleted"))
                .body("failed", equalTo(1));
        given.editor().get("/authors").then().body("data", hasSize(1));
    }

    @Test
    void each_operation_counts_as_a_write() {
        var many = Collections.nCopies(100, op(null, "deleteTag", Map.of("tag", "x"), null));
        run(given.editor(), "", many.toArray(Map[]::new))
                .statusCode(422)
                .header("RateLimit", matchesPattern("\"writes\";r=29[0-5]\\d;.*"));
    }

    private static Map<String, Object> article() {
        return Map.of("title", "A night at the harbour", "body", "It rained.");
    }

    private static Map<String, Object> with(String property, Object value) {
        return Map.of("title", "A night", "body", "It rained.", property, value);
    }

    /// Of what an earlier operation made, whatever its version.
    private static Map<String, String> at(String parameter, String made) {
        return Map.of(parameter, "$" + made + ".id", "If-Match", "*");
    }

    private static Map<String, ?> op(String id, String operation, Map<String, ?> body) {
        return op(id, operation, Map.of(), body);
    }

    private static Map<String, ?> on(
            String operation, Map<String, String> parameters, Map<String, ?> body) {
        return op(null, operation, parameters, body);
    }

    private static Map<String, ?> op(
            String id, String operation, Map<String, String> parameters, Map<String, ?> body) {
        var all = new java.util.HashMap<String, Object>();
        all.put("id", id);
        all.put("operation", operation);
        all.put("parameters", parameters);
        all.put("body", body);
        return all;
    }

    private ValidatableResponse keyed(String key, String query, Map<?, ?>... operations) {
        return run(given.editor().header("Idempotency-Key", key), query, operations);
    }

    private static ValidatableResponse run(
            RequestSpecification caller, String query, Map<?, ?>... operations) {
        return caller.contentType(JSON)
                .body(Map.of("operations", List.of(operations)))
                .post("/batch" + query)
                .then();
    }

    private String title(String article) {
        return given.editor().get("/articles/" + article).path("title");
    }

    private void assertNothingDone() {
        given.editor().get("/authors").then().body("data", empty());
        given.admin().get("/changes?filter=act==author.created").then().body("data", empty());
    }
}
