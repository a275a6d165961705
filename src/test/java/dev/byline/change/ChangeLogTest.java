package dev.byline.change;

import static io.restassured.http.ContentType.JSON;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever changes something leaves its entry in the change log; what changes nothing leaves
/// none.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeLogTest {
    private static final Set<String> READING = Set.of("get", "head", "options");

    private static final Set<String> ACTS =
            new TreeSet<>(
                    Set.of(
                            "account.changed",
                            "account.created",
                            "account.deleted",
                            "account.invited",
                            "account.joined",
                            "article.approved",
                            "article.changes-requested",
                            "account.resumed",
                            "account.suspended",
                            "article.comments-closed",
                            "article.comments-opened",
                            "article.created",
                            "article.ended",
                            "article.former-slugs-added",
                            "article.published",
                            "article.purged",
                            "article.renamed",
                            "article.restored",
                            "article.review-requested",
                            "article.revised",
                            "article.trashed",
                            "article.went-live",
                            "article.withdrawn",
                            "author.changed",
                            "author.created",
                            "author.deleted",
                            "author.former-slugs-added",
                            "author.made-internal",
                            "author.made-public",
                            "author.renamed",
                            "author.replaced",
                            "author.replacement-undone",
                            "comment.deleted",
                            "comment.moderated",
                            "comment.posted",
                            "note.changed",
                            "note.created",
                            "note.deleted",
                            "note.reopened",
                            "note.resolved",
                            "page.created",
                            "page.ended",
                            "page.former-slugs-added",
                            "page.moved",
                            "page.published",
                            "page.purged",
                            "page.renamed",
                            "page.restored",
                            "page.revised",
                            "page.trashed",
                            "page.went-live",
                            "page.withdrawn",
                            "preview-link.created",
                            "preview-link.revoked",
                            "release.changed",
                            "release.created",
                            "release.deleted",
                            "release.planned",
                            "release.published",
                            "release.taken-back",
                            "release.unplanned",
                            "release.went-out",
                            "tag.changed",
                            "tag.created",
                            "tag.deleted",
                            "tag.former-slugs-added",
                            "tag.made-internal",
                            "tag.made-public",
                            "tag.renamed",
                            "tag.replaced",
                            "tag.replacement-undone",
                            "token.created",
                            "token.replaced",
                            "token.revoked"));

    @Inject DataSource database;

    private final Given given = new Given();

    /// Makes what it needs, and yields the command itself.
    private interface Preparation extends Supplier<Command> {}

    private interface Command extends Supplier<Response> {}

    private record Operation(String id, String act, Preparation preparation) {}

    /// Every writing operation of the document, by its id, and the acts that it leaves, in their
    /// order.
    private final List<Operation> operations =
            Stream.of(
                            ofStories("Article", "/articles", ""),
                            ofStories("Page", "/pages", "Page"),
                            others())
                    .flatMap(List::stream)
                    .toList();

    /// @param noun in the ids of operations
    /// @param within likewise, of what is done to a part of one
    private List<Operation> ofStories(String noun, String path, String within) {
        var subject = noun.toLowerCase(Locale.ROOT);
        return List.of(
                new Operation("create" + noun, subject + ".created", () -> createStory(path)),
                new Operation("replace" + noun, subject + ".revised", () -> replaceStory(path)),
                new Operation("patch" + noun, subject + ".revised", () -> patchStory(path)),
                new Operation("trash" + noun, subject + ".trashed", () -> trash(path, "")),
                new Operation("restore" + noun, subject + ".restored", () -> restoreStory(path)),
                new Operation("publish" + noun, subject + ".published", () -> publish(path)),
                new Operation(
                        "withdraw" + noun,
                        subject + ".withdrawn",
                        () -> trash(path, "/publication")),
                new Operation(
                        "restore" + within + "Revision",
                        subject + ".revised",
                        () -> restoreRevision(path)));
    }

    private List<Operation> others() {
        return List.of(
                new Operation("patchArticles", "article.revised", this::patchMany),
                new Operation("trashArticles", "article.trashed", this::trashMany),
                new Operation("runBatch", "tag.created tag.changed", this::runBatch),
                new Operation("postComment", "comment.posted", this::postComment),
                new Operation("moderateComment", "comment.moderated", this::moderate),
                new Operation("deleteComment", "comment.deleted", this::deleteComment),
                new Operation("createAuthor", "author.created", () -> create("/authors")),
                new Operation("replaceAuthor", "author.changed", () -> replace("/authors/")),
                new Operation("patchAuthor", "author.changed", () -> patchTerm("/authors/")),
                new Operation("replaceAuthorBy", "author.replaced", () -> replaceBy("/authors/")),
                new Operation(
                        "undoAuthorReplacement",
                        "author.replacement-undone",
                        () -> undoReplacement("/authors/")),
                new Operation("deleteAuthor", "author.deleted", () -> deleteTerm("/authors/")),
                new Operation("createTag", "tag.created", () -> create("/tags")),
                new Operation("replaceTag", "tag.changed", () -> replace("/tags/")),
                new Operation("patchTag", "tag.changed", () -> patchTerm("/tags/")),
                new Operation("replaceTagBy", "tag.replaced", () -> replaceBy("/tags/")),
                new Operation(
                        "undoTagReplacement",
                        "tag.replacement-undone",
                        () -> undoReplacement("/tags/")),
                new Operation("deleteTag", "tag.deleted", () -> deleteTerm("/tags/")),
                new Operation("createRelease", "release.created", this::createRelease),
                new Operation("replaceRelease", "release.changed", () -> changeRelease("PUT")),
                new Operation("patchRelease", "release.changed", () -> changeRelease("PATCH")),
                new Operation(
                        "publishRelease",
                        "article.published release.published",
                        this::publishRelease),
                new Operation(
                        "withdrawRelease",
                        "article.withdrawn release.taken-back",
                        this::withdrawRelease),
                new Operation("deleteRelease", "release.deleted", this::deleteRelease),
                new Operation("reviewArticle", "article.approved", this::review),
                new Operation("createNote", "note.created", this::createNote),
                new Operation("patchNote", "note.resolved", this::resolveNote),
                new Operation("deleteNote", "note.deleted", this::deleteNote),
                new Operation("createPreviewLink", "preview-link.created", this::createLink),
                new Operation("revokePreviewLink", "preview-link.revoked", this::revokeLink),
                new Operation("createAccount", "account.created", this::createAccount),
                new Operation("patchAccount", "account.changed", this::demoteAccount),
                new Operation("patchAccount", "account.suspended", this::suspendAccount),
                new Operation("inviteAccount", "account.invited", this::invite),
                new Operation("acceptInvitation", "account.joined token.created", this::accept),
                new Operation("deleteAccount", "account.deleted", this::deleteAccount),
                new Operation("createToken", "token.created", this::createToken),
                new Operation("replaceToken", "token.created token.replaced", this::replaceToken),
                new Operation("revokeToken", "token.revoked", this::revokeToken));
    }

    @Test
    void knows_every_writing_operation_of_the_document() throws IOException {
        var known = new TreeSet<String>();
        operations.forEach(operation -> known.add(operation.id()));
        assertEquals(writingOperations(), known);
    }

    @Test
    void has_its_acts_listed_in_the_document() {
        var document = RestAssured.get("/openapi?format=json").then().statusCode(200).extract();
        var told = document.<String>path("components.schemas.Change.properties.act.description");
        ACTS.forEach(act -> assertTrue(told.contains("`" + act + "`"), act));
    }

    private static Set<String> writingOperations() throws IOException {
        var document = RestAssured.get("/openapi?format=json").then().statusCode(200).extract();
        var ids = new TreeSet<String>();
        for (var path : new ObjectMapper().readTree(document.asString()).path("paths")) {
            path.properties().stream()
                    .filter(method -> !READING.contains(method.getKey()))
                    .map(method -> method.getValue().path("operationId").asText())
                    .filter(id -> !id.isEmpty())
                    .forEach(ids::add);
        }
        return ids;
    }

    /// They are the names of constants: whoever renames one changes what clients read.
    @Test
    void has_these_acts_and_no_others() {
        assertEquals(ACTS, new TreeSet<>(declared()));
    }

    private static List<String> declared() {
        return Stream.concat(
                        classes(Act.class)
                                .filter(Class::isEnum)
                                .flatMap(type -> Stream.of(type.getEnumConstants()))
                                .map(Act.class::cast),
                        classes(Acts.class).flatMap(kind -> made(kind).acts().stream()))
                .map(Act::text)
                .toList();
    }

    private static Stream<Class<?>> classes(Class<?> of) {
        return new ClassFileImporter()
                .importPackages("dev.byline").stream()
                        .filter(type -> type.isAssignableTo(of) && !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect);
    }

    private static Acts made(Class<?> kind) {
        try {
            var constructor = kind.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Acts) constructor.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @TestFactory
    Stream<DynamicTest> has_an_entry_of() {
        return operations.stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.id(),
                                        () ->
                                                assertEquals(
                                                        List.of(one.act().split(" ")),
                                                        actsOf(one.preparation()))));
    }

    /// Each property of an article.
    static Stream<Map.Entry<String, Object>> properties() {
        return Stream.of(
                entry("title", "Another"),
                entry("summary", "It took all night."),
                entry("body", "Another body."),
                entry("bodyFormat", "html"),
                entry("language", "de"),
                entry("cover", Map.of("url", "https://example.org/a.jpg", "alt", "A")),
                entry("seo", Map.of("title", "Another")),
                entry("canonicalUrl", "https://example.org/night"),
                entry("commentsOpen", false),
                entry("slug", "another-slug"),
                entry("formerSlugs", List.of("an-older-slug")),
                entry("publication", Map.of("until", "2040-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void has_an_entry_of_a_patch_that_changes_this_alone(Map.Entry<String, Object> property)
            throws SQLException {
        var acts = actsOf(() -> patch(property.getKey(), property.getValue()));
        assertEquals(1, acts.size(), acts::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"commentsOpen\": true}", "{\"formerSlugs\": [\"before\"]}"})
    void has_none_of_a_patch_that_changes_nothing(String body) throws SQLException {
        var acts =
                actsOf(
                        () -> {
                            var article = given.article().with("slug", "now").published();
                            patch(article, "{\"formerSlugs\": [\"before\"]}");
                            return () -> patch(article, body);
                        });
        assertEquals(List.of(), acts);
    }

    @Test
    void has_a_former_slug_in_a_new_version_of_the_article() {
        var article = given.article().published();
        patch(article, "{\"formerSlugs\": [\"before\"]}");
        given.editor()
                .contentType(JSON)
                .header("If-Match", article.etag())
                .body(Map.of("title", "Another"))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(412);
    }

    private List<String> actsOf(Preparation preparation) throws SQLException {
        var command = preparation.get();
        var before = acts();
        assertEquals(2, command.get().statusCode() / 100);
        return acts().subList(before.size(), acts().size());
    }

    private List<String> acts() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select act from change order by id")) {
            var acts = new ArrayList<String>();
            while (rows.next()) {
                acts.add(rows.getString(1));
            }
            return acts;
        }
    }

    private RequestSpecification editor(Object body) {
        return given.editor().contentType(JSON).header("If-Match", "*").body(body);
    }

    private Response patch(Made article, String body) {
        return editor(body).patch("/articles/{id}", article.id());
    }

    private Command patch(String property, Object value) {
        var article = given.article().published();
        return () -> editor(Map.of(property, value)).patch("/articles/{id}", article.id());
    }

    private Command createStory(String path) {
        return () -> editor(Map.of("title", "A night", "body", "Late.")).post(path);
    }

    private Made story(String path) {
        return given.term(
                path, Map.of("title", "A night", "body", "Late.", "publication", Map.of()));
    }

    private Command replaceStory(String path) {
        var story = story(path);
        var input = Map.of("title", "Another", "body", "Late.");
        return () -> editor(input).put(path + "/" + story.id());
    }

    private Command patchStory(String path) {
        var story = story(path);
        return () -> editor(Map.of("title", "Another")).patch(path + "/" + story.id());
    }

    private Command trash(String path, String what) {
        var story = story(path);
        return () -> given.editor().header("If-Match", "*").delete(path + "/" + story.id() + what);
    }

    private Command restoreStory(String path) {
        var story = story(path);
        given.editor().header("If-Match", "*").delete(path + "/" + story.id());
        return () ->
                given.editor().header("If-Match", "*").delete(path + "/" + story.id() + "/trash");
    }

    private Command publish(String path) {
        var story = given.term(path, Map.of("title", "A night", "body", "Late."));
        return () -> editor(Map.of()).put(path + "/" + story.id() + "/publication");
    }

    private Command restoreRevision(String path) {
        var story = story(path);
        editor(Map.of("title", "Another")).patch(path + "/" + story.id());
        return () -> editor(Map.of("restore", 1)).post(path + "/" + story.id() + "/revisions");
    }

    private Command postComment() {
        var article = given.article().published();
        var comment = Map.of("name", "A reader", "body", "Well put.");
        return () ->
                given.reader()
                        .contentType(JSON)
                        .body(comment)
                        .post("/articles/{id}/comments", article.id());
    }

    private Command moderate() {
        var comment = given.heldComment(given.article().published());
        return () -> editor(Map.of("status", "approved")).patch("/comments/{id}", comment.id());
    }

    private Command deleteComment() {
        var comment = given.heldComment(given.article().published());
        return () -> given.editor().header("If-Match", "*").delete("/comments/{id}", comment.id());
    }

    private Command create(String path) {
        return () -> editor(Map.of("name", "Politics")).post(path);
    }

    private Command replace(String path) {
        var term = term(path);
        return () -> editor(Map.of("name", "Another")).put(path + term.id());
    }

    private Command patchTerm(String path) {
        var term = term(path);
        return () -> editor(Map.of("name", "Another")).patch(path + term.id());
    }

    private Command deleteTerm(String path) {
        var term = term(path);
        return () -> given.editor().header("If-Match", "*").delete(path + term.id());
    }

    private Command patchMany() {
        var article = given.article().draft();
        return () -> editor(Map.of("language", "de")).patch("/articles?filter=id==" + article.id());
    }

    private Command runBatch() {
        var made = Map.of("id", "t", "operation", "createTag", "body", Map.of("name", "A topic"));
        var changed =
                Map.of(
                        "operation",
                        "patchTag",
                        "parameters",
                        Map.of("tag", "$t.id"),
                        "body",
                        Map.of("description", "Of it"));
        return () -> editor(Map.of("operations", List.of(made, changed))).post("/batch");
    }

    private Command trashMany() {
        var article = given.article().draft();
        return () -> given.editor().delete("/articles?filter=id==" + article.id());
    }

    private Command replaceBy(String path) {
        var term = term(path);
        var other = term(path);
        return () -> editor(Map.of("id", other.id())).put(path + term.id() + "/replacement");
    }

    private Command undoReplacement(String path) {
        var term = term(path);
        editor(Map.of("id", term(path).id()))
                .put(path + term.id() + "/replacement")
                .then()
                .statusCode(200);
        return () ->
                given.editor().header("If-Match", "*").delete(path + term.id() + "/replacement");
    }

    private Made term(String path) {
        return path.equals("/tags/") ? given.tag() : given.author();
    }

    private Command createRelease() {
        return () -> editor(Map.of("name", "Election night")).post("/releases");
    }

    private String release() {
        var items = List.of(Map.of("article", given.article().draft().id()));
        return given.term("/releases", Map.of("name", "Election night", "items", items)).id();
    }

    private Command changeRelease(String method) {
        var release = release();
        return () -> editor(Map.of("name", "Another")).request(method, "/releases/{id}", release);
    }

    private Command publishRelease() {
        var release = release();
        return () -> editor(Map.of()).put("/releases/{id}/publication", release);
    }

    private Command withdrawRelease() {
        var release = release();
        editor(Map.of()).put("/releases/{id}/publication", release);
        return () ->
                given.editor()
                        .header("If-Match", "*")
                        .delete("/releases/{id}/publication", release);
    }

    private Command deleteRelease() {
        var release = release();
        return () -> given.editor().header("If-Match", "*").delete("/releases/{id}", release);
    }

    private Command review() {
        var article = given.article().draft();
        return () -> editor(Map.of("state", "approved")).put("/articles/{id}/review", article.id());
    }

    private Command createNote() {
        var article = given.article().draft();
        return () ->
                editor(Map.of("text", "Is this right?")).post("/articles/{id}/notes", article.id());
    }

    private String note() {
        return createNote().get().header("Location").replace("/api/v1", "");
    }

    private Command resolveNote() {
        var note = note();
        return () -> editor(Map.of("resolved", true)).patch(note);
    }

    private Command deleteNote() {
        var note = note();
        return () -> given.editor().header("If-Match", "*").delete(note);
    }

    private Command createLink() {
        return () -> editor(Map.of("asOf", "2100-01-01T00:00:00Z")).post("/preview-links");
    }

    private Command revokeLink() {
        var link = createLink().get().path("id");
        return () -> given.editor().header("If-Match", "*").delete("/preview-links/{id}", link);
    }

    private Command createAccount() {
        return () ->
                admin(Map.of("name", "robin-" + UUID.randomUUID(), "role", "editor"))
                        .post("/accounts");
    }

    private Command deleteAccount() {
        given.token(Role.ADMIN);
        var robin = createAccount().get().jsonPath().getString("id");
        return () -> given.admin().header("If-Match", "*").delete("/accounts/{id}", robin);
    }

    private Command demoteAccount() {
        return patchAccount(Map.of("role", "viewer"));
    }

    private Command invite() {
        var robin = createAccount().get().jsonPath().getString("id");
        return () -> given.admin().post("/accounts/{id}/invitation", robin);
    }

    private Command accept() {
        var link = invite().get().jsonPath().getString("invitation.link");
        return () ->
                given.reader()
                        .contentType(JSON)
                        .body(Map.of("invitation", link.split("#")[1]))
                        .post("/invitations");
    }

    private Command suspendAccount() {
        return patchAccount(Map.of("suspended", true));
    }

    private Command patchAccount(Map<String, ?> patch) {
        var robin = createAccount().get().jsonPath().getString("id");
        return () -> admin(patch).patch("/accounts/{id}", robin);
    }

    private Command replaceToken() {
        var token = createToken().get().jsonPath().getString("id");
        return () -> admin(Map.of("overlapMinutes", 1)).post("/tokens/{id}/replacement", token);
    }

    private Command createToken() {
        var robin = createAccount().get().jsonPath().getString("id");
        return () -> admin(Map.of("account", robin, "name", "laptop")).post("/tokens");
    }

    private Command revokeToken() {
        var token = createToken().get().jsonPath().getString("id");
        return () -> given.admin().header("If-Match", "*").delete("/tokens/{id}", token);
    }

    private RequestSpecification admin(Object body) {
        return given.admin().contentType(JSON).body(body);
    }
}
