package dev.byline.article;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.sql.Backlog;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Titles and names in the order of a language; [dev.byline.text.CollationTest] has the order.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NameOrderTest {
    private static final List<String> IN_ORDER =
            List.of("2 apples", "10 apples", "Äpfel", "apple", "Apple", "Zebra", "zèbre", "Zoo");
    private static final List<String> AS_MADE =
            List.of("Zoo", "apple", "Äpfel", "10 apples", "zèbre", "Apple", "2 apples", "Zebra");

    @Inject DataSource database;
    @Inject @All List<Backlog> backlogs;

    private final Given given = new Given();

    enum Kind {
        ARTICLE("/articles", "title", "revision", "articles"),
        PAGE("/pages", "title", "revision", "articles"),
        AUTHOR("/authors", "name", "author", "authors"),
        TAG("/tags", "name", "tag", "tags");

        final String path;
        final String property;
        final String table;
        final String backlog;

        Kind(String path, String property, String table, String backlog) {
            this.path = path;
            this.property = property;
            this.table = table;
            this.backlog = backlog;
        }

        void make(Given given, String name) {
            switch (this) {
                case ARTICLE -> given.article().titled(name).published();
                case PAGE ->
                        given.term(
                                "/pages",
                                Map.of("title", name, "body", "Text", "publication", Map.of()));
                case AUTHOR -> given.author(name);
                case TAG -> given.tag(name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_list_is_sorted_so_both_ways(Kind kind) {
        AS_MADE.forEach(name -> kind.make(given, name));
        assertOrder(kind, IN_ORDER);
    }

    @ParameterizedTest
    @EnumSource
    void its_pages_lose_and_double_none_where_names_are_alike(Kind kind) {
        for (var name : List.of("B", "a", "A", "a", "A", "Ä", "a", "B")) {
            kind.make(given, name);
        }
        for (var sort : List.of(kind.property, "-" + kind.property)) {
            var whole = list(kind, sort, "").extract().<List<String>>path("data.id");
            assertEquals(8, whole.size());
            assertEquals(whole, walk(kind, sort));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_filter_compares_as_the_list_is_sorted(Kind kind) {
        AS_MADE.forEach(name -> kind.make(given, name));
        assertFound(kind, "NAME=ge=a;NAME=lt=b", "Äpfel", "apple", "Apple");
        assertFound(kind, "NAME=gt=Zebra", "zèbre", "Zoo");
        assertFound(kind, "NAME=le=\"2 apples\"", "2 apples");
    }

    private static void assertFound(Kind kind, String filter, String... names) {
        new Given()
                .reader()
                .queryParam("filter", filter.replace("NAME", kind.property))
                .queryParam("sort", kind.property)
                .get(kind.path)
                .then()
                .statusCode(200)
                .body("data." + kind.property, contains(names));
    }

    private List<String> walk(Kind kind, String sort) {
        var ids = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = list(kind, sort, "&limit=3" + (next.isEmpty() ? "" : "&after=" + next));
            ids.addAll(page.extract().<List<String>>path("data.id"));
            next = page.extract().path("page.next");
        }
        return ids;
    }

    @Test
    void what_is_searched_and_what_editors_see_is_sorted_so() {
        for (var title : List.of("Night Zoo", "Night 10", "night apple", "Night 9")) {
            given.article().titled(title).published();
        }
        for (var request : List.of(given.reader(), given.editor())) {
            request.get("/articles?q=night&sort=title")
                    .then()
                    .body(
                            "data.title",
                            contains("Night 9", "Night 10", "night apple", "Night Zoo"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHOR", "TAG"})
    void a_name_that_changes_changes_its_place(Kind kind) {
        List.of("B", "C", "D").forEach(name -> kind.make(given, name));
        given.editor()
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "Älter"))
                .patch(kind.path + "/d")
                .then()
                .statusCode(200);
        assertOrder(kind, List.of("Älter", "B", "C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\xff", "\\x00112233", "\\x7f", "\\x"})
    void keys_of_no_or_other_rules_are_made_anew(String key) throws SQLException {
        for (var kind : Kind.values()) {
            AS_MADE.forEach(name -> kind.make(given, name));
            var outdated = execute("update %s set sort_key = '%s'".formatted(kind.table, key));
            var backlog = backlog(kind);
            backlog.begin();
            assertEquals(outdated, backlog.left());
            list(kind, kind.property, "");
            assertTrue(backlog.batch());
            assertFalse(backlog.batch());
            assertEquals(0, backlog.left());
            backlog.announce();
            assertOrder(kind, IN_ORDER);
        }
    }

    @Test
    void a_server_whose_rules_do_not_count_leaves_all_as_it_is() throws SQLException {
        given.author("B");
        execute("update author set sort_key = '\\x00112233'");
        var backlog = backlog(Kind.AUTHOR);
        backlog.begin();
        execute("update sort_rules set rules = '\\x00112233'");
        assertEquals(0, backlog.left());
        assertFalse(backlog.batch());
    }

    @Test
    void what_somebody_writes_at_the_moment_is_left_for_later() throws SQLException {
        given.author("B");
        execute("update author set sort_key = default");
        var backlog = backlog(Kind.AUTHOR);
        backlog.begin();
        try (var writer = database.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select from author for update");
            assertFalse(backlog.batch());
            writer.rollback();
            writer.setAutoCommit(true);
        }
        assertTrue(backlog.batch());
    }

    @Test
    void a_name_that_the_release_before_writes_is_keyed_later() throws SQLException {
        List.of("B", "C").forEach(given::author);
        execute("update author set name = 'A' where name = 'C'");
        var backlog = backlog(Kind.AUTHOR);
        backlog.begin();
        assertEquals(1, backlog.left());
        assertTrue(backlog.batch());
        backlog.announce();
        assertOrder(Kind.AUTHOR, List.of("A", "B"));
    }

    private Backlog backlog(Kind kind) {
        return backlogs.stream()
                .filter(
                        backlog ->
                                backlog.metric()
                                        .equals("byline.order.%s.pending".formatted(kind.backlog)))
                .findFirst()
                .orElseThrow();
    }

    private int execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void assertOrder(Kind kind, List<String> names) {
        var property = "data." + kind.property;
        assertEquals(names, list(kind, kind.property, "").extract().path(property));
        assertEquals(
                names.reversed(), list(kind, "-" + kind.property, "").extract().path(property));
    }

    private ValidatableResponse list(Kind kind, String sort, String more) {
        return given.reader().get(kind.path + "?sort=" + sort + more).then().statusCode(200);
    }
}
