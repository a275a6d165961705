package dev.byline;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever may not see a thing is answered, at every address and with every parameter, exactly
/// as if it never was: every question is asked before the thing is made, under the id and the
/// slugs that it will have, and once more when it is there.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LeakTest {

    private static final String TOMORROW = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    private static final Map<String, ?> PUBLISHED = Map.of("publication", Map.of());

    private final Given given = new Given();
    private final String comment = UUID.randomUUID().toString();
    private final Secret draft = new Secret("draft");
    private final Secret scheduled = new Secret("scheduled");
    private final Secret withdrawn = new Secret("withdrawn");
    private final Secret trashed = new Secret("trashed");
    private final Secret hidden = new Secret("hidden");
    private final List<Secret> articles = List.of(draft, scheduled, withdrawn, trashed);
    private final List<Secret> none = List.of();
    private Made author;
    private Made tag;
    private Made open;
    private String link;

    @Inject DataSource database;

    /// The names under which it will be asked for.
    private record Secret(String id, String slug, String formerSlug) {
        private Secret(String kind) {
            this(UUID.randomUUID().toString(), kind + "-secret", kind + "-before");
        }

        private Stream<String> names() {
            return Stream.of(id, slug, formerSlug);
        }
    }

    /// What everybody may see stands beside it, so that no list is empty; and it was once at the
    /// very address that the draft takes.
    @BeforeEach
    void an_open_article() {
        author = given.author();
        tag = given.tag();
        open =
                given.article()
                        .by(author)
                        .about(tag)
                        .with("formerSlugs", List.of(draft.slug))
                        .published();
        given.approvedComment(open);
        link = link(given.article().titled("Shown outside").draft());
    }

    private String link(Made shown) {
        return given.editor()
                .contentType(JSON)
                .body(Map.of("article", shown.id()))
                .post("/preview-links")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /// Whoever has a link to another draft.
    private String guest() {
        return link;
    }

    @Test
    void no_draft_scheduled_withdrawn_or_trashed_article_shows_to_moderators() {
        assertHidden(
                List.of(this::moderator, this::guest),
                questions(articles, none),
                () -> makeSecrets(_ -> {}));
    }

    @Test
    void none_of_them_nor_their_comments_shows_to_readers() {
        assertHidden(
                List.of(this::reader),
                questions(articles, none),
                () -> makeSecrets(article -> comment(given.editor(), article, comment)));
    }

    @Test
    void no_held_comment_shows_to_readers() {
        assertHidden(
                List.of(this::reader),
                questions(none, none),
                () -> comment(given.reader(), open.id(), comment));
    }

    @Test
    void no_edit_of_an_open_article_shows_before_it_is_published() {
        assertHidden(
                List.of(this::reader, this::moderator, this::guest),
                questions(none, none),
                () -> patch("{\"title\": \"Secret\", \"authors\": null, \"tags\": null}"));
    }

    @Test
    void no_plan_for_an_open_article_shows() {
        assertHidden(
                List.of(this::reader, this::moderator),
                questions(none, none),
                () ->
                        patch(
                                "{\"title\": \"Secret\", \"publication\": {\"from\": \"%s\"}}"
                                        .formatted(TOMORROW)));
    }

    @Test
    void no_author_or_tag_that_is_internal_shows_nor_what_articles_share_by_it() {
        var other = given.article().published();
        assertHidden(
                List.of(this::reader, this::moderator),
                questions(none, List.of(hidden)),
                () -> {
                    for (var kind : List.of("author", "tag")) {
                        makeInternal(kind);
                        attach(kind, open.id());
                        attach(kind, other.id());
                    }
                });
    }

    private void makeInternal(String kind) {
        var input =
                Map.of(
                        "name",
                        "Secret",
                        "slug",
                        hidden.slug,
                        "formerSlugs",
                        List.of(hidden.formerSlug),
                        "internal",
                        true);
        var made = given.term("/%ss".formatted(kind), input);
        execute("delete from former_%1$s_slug where %1$s_id = '%2$s'".formatted(kind, made.id()));
        execute("update %s set id = '%s' where id = '%s'".formatted(kind, hidden.id, made.id()));
        execute(
                "insert into former_%s_slug values ('%s', '%s', now())"
                        .formatted(kind, hidden.formerSlug, hidden.id));
    }

    /// No further revision is made, so that nothing else is different.
    private void attach(String kind, String article) {
        execute(
                "insert into revision_%s select id, 9, '%s' from revision where article_id = '%s'"
                        .formatted(kind, hidden.id, article));
        execute("select relist('%s')".formatted(article));
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Test
    void a_revision_that_is_not_live_is_as_far_away_as_one_that_never_was() {
        patch("{\"title\": \"Two\", \"publication\": {}}");
        for (Supplier<String> caller : List.<Supplier<String>>of(this::reader, this::moderator)) {
            var path = "/articles/" + open.id() + "/revisions/";
            var never = new Question("GET", path + 99, null).ask(caller.get());
            assertEquals(never, new Question("GET", path + 1, null).ask(caller.get()));
        }
    }

    private void assertHidden(
            List<Supplier<String>> callers, List<Question> questions, Runnable making) {
        var before = callers.stream().map(caller -> answers(questions, caller.get())).toList();
        making.run();
        for (var n = 0; n < callers.size(); n++) {
            var after = answers(questions, callers.get(n).get());
            before.get(n)
                    .forEach(
                            (asked, answer) ->
                                    assertEquals(answer, after.get(asked), asked::toString));
        }
    }

    /// Two are asked at a time, since most of it is waiting for the database; those at one address
    /// one after the other, or one would get the answer to another.
    private Map<Question, Question.Answer> answers(List<Question> questions, String token) {
        var answers = new ConcurrentHashMap<Question, Question.Answer>();
        var byAddress =
                questions.stream().collect(Collectors.groupingBy(Question::address)).values();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var asking =
                    byAddress.stream()
                            .map(same -> threads.submit(() -> ask(same, token, answers)))
                            .toList();
            for (var asked : asking) {
                asked.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        answers.forEach(
                (asked, answer) -> assertTrue(isMeant(asked, answer), () -> asked + " " + answer));
        return answers;
    }

    private static void ask(
            List<Question> questions, String token, Map<Question, Question.Answer> answers) {
        questions.forEach(question -> answers.put(question, question.ask(token)));
    }

    /// Of everything, and of what a test makes by each of its names: an address that nothing will
    /// have answers the same anyway. The slug of the draft is one that the open article had.
    private List<Question> questions(List<Secret> articles, List<Secret> terms) {
        var names =
                Stream.concat(
                                articles.stream().flatMap(Secret::names),
                                Stream.of(open.slug(), draft.slug))
                        .distinct()
                        .toList();
        var hiddenTerms = terms.stream().flatMap(Secret::names).toList();
        return Question.all(names, List.of(comment), author, tag, hiddenTerms).toList();
    }

    private String reader() {
        return null;
    }

    private String moderator() {
        return given.token(Role.MODERATOR);
    }

    @Test
    void every_answer_is_as_the_document_says() {
        questions(List.of(scheduled), List.of(hidden))
                .forEach(question -> question.askByTheDocument(given.reader()));
    }

    /// A filter that is refused for its text would hide nothing.
    private static boolean isMeant(Question asked, Question.Answer answer) {
        return answer.status() < 500
                && !(asked.address().contains("filter=") && answer.status() == 400);
    }

    /// @param whileLive is done to what was live once, while it is
    private void makeSecrets(Consumer<String> whileLive) {
        make(draft, Map.of());
        make(scheduled, Map.of("publication", Map.of("from", TOMORROW)));
        make(withdrawn, PUBLISHED);
        whileLive.accept(withdrawn.id);
        delete(withdrawn.id + "/publication");
        make(trashed, PUBLISHED);
        delete(trashed.id);
    }

    private void make(Secret secret, Map<String, ?> more) {
        var article = new HashMap<String, Object>(more);
        article.put("title", "Secret");
        article.put("body", "Secret");
        article.put("slug", secret.slug);
        article.put("formerSlugs", List.of(secret.formerSlug));
        article.put("authors", List.of(author.id()));
        article.put("tags", List.of(tag.id()));
        given.editor()
                .contentType(JSON)
                .body(article)
                .put("/articles/{id}", secret.id)
                .then()
                .statusCode(201);
    }

    private void delete(String what) {
        given.editor().header("If-Match", "*").delete("/articles/" + what).then().statusCode(204);
    }

    private void comment(RequestSpecification caller, String article, String id) {
        caller.contentType(JSON)
                .body(Map.of("id", id, "name", "A reader", "body", "Secret"))
                .post("/articles/{article}/comments", article)
                .then()
                .statusCode(201);
    }

    private void patch(String changes) {
        given.editor()
                .contentType(JSON)
                .body(changes)
                .patch("/articles/{id}", open.id())
                .then()
                .statusCode(200);
    }
}
