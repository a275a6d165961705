package dev.byline.property;

import static dev.byline.identity.Audience.EVERYONE;
import static dev.byline.identity.Audience.NEWSROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.filter.FilterField;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import dev.byline.list.SortKey;
import dev.byline.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class PropertiesTest {

    /// With everything that a view may have.
    record Story(
            @Property(sql = "a.id", filter = Filtering.VALUE) UUID id,
            @JsonUnwrapped Texts texts,
            @Property(sql = "{live}.number", sort = true) int revision,
            @Property(audience = NEWSROOM) @JsonInclude(JsonInclude.Include.NON_NULL) By by,
            List<String> warnings) {}

    record Texts(
            @Property(
                            sql = "r.title",
                            sort = true,
                            sortKey = "r.sort_key",
                            filter = Filtering.PARTS)
                    String title,
            @Property(sql = "r.summary", filter = Filtering.VALUE) @Schema(nullable = true)
                    String summary,
            @Property(sql = "r.body", onRequest = true) String body) {}

    record By(
            @Property(sql = "s.id", filter = Filtering.VALUE) UUID id,
            @Property(sql = "s.name") String name) {}

    private static final Properties<Story> STORIES = Properties.of(Story.class);
    private static final Properties<Story> LIVE =
            STORIES.with(Map.of("live", Sql.of("(select ?)", 7)));

    private final Story story =
            new Story(new UUID(0, 1), new Texts("A title", null, "Words"), 3, null, null);

    @Test
    void sql_that_nobody_gave_is_a_fault() {
        assertThrows(IllegalStateException.class, () -> STORIES.select(EVERYONE.andEveryone()));
    }

    @Test
    void what_has_a_value_is_no_key_to_sort_by() {
        assertThrows(IllegalStateException.class, LIVE::sortKeys);
    }

    @Test
    void readers_select_neither_what_is_for_editors_nor_what_they_did_not_ask_for() {
        assertEquals(
                Sql.of(
                        "a.id as id, r.title as title, r.summary as summary, (select ?).number as revision",
                        7),
                LIVE.select(EVERYONE.andEveryone()).sql());
    }

    @Test
    void editors_who_ask_for_the_body_select_it() {
        assertEquals(
                Sql.of(
                        "a.id as id, r.title as title, r.summary as summary, r.body as body,"
                                + " (select ?).number as revision, s.id as by_id, s.name as by_name",
                        7),
                LIVE.select(NEWSROOM.andEveryone(), new Fields(Set.of("body"))).sql());
    }

    @Test
    void the_names_of_fields_are_those_that_a_query_yields() {
        assertEquals(
                new FieldNames(
                        List.of("id", "title", "summary", "body", "revision"),
                        NEWSROOM,
                        List.of("by")),
                STORIES.fieldNames());
        assertEquals(List.of("id", "title", "summary", "revision"), STORIES.standard().everyones());
    }

    @Test
    void a_filter_compares_by_type_and_knows_what_may_be_null() {
        assertEquals(
                List.of(
                        FilterField.id("id", "a.id"),
                        FilterField.text("summary", "r.summary").orNull(),
                        FilterField.id("by.id", "s.id").orNull().only(NEWSROOM)),
                STORIES.filterFields().stream()
                        .filter(field -> !field.name().equals("title"))
                        .toList());
    }

    @Test
    void names_are_sorted_by_their_keys() {
        var revision = Properties.of(Story.class).with(Map.of("live", Sql.of("v")));
        assertEquals(
                List.of(
                        SortKey.name("title", "r.sort_key"),
                        SortKey.number("revision", "v.number")),
                revision.sortKeys());
        assertEquals(List.of("title", "revision"), STORIES.sorted());
    }

    @Test
    void values_are_set_by_name_wherever_they_stand() {
        var told = STORIES.builder().set("revision", 3).set("title", "A title");
        assertEquals(
                new Story(null, new Texts("A title", "Short", null), 3, null, List.of("!")),
                told.set(Map.of("warnings", List.of("!"), "summary", "Short")).build());
    }

    @Test
    void a_name_that_the_view_does_not_have_is_a_fault() {
        var told = STORIES.builder();
        assertThrows(IllegalArgumentException.class, () -> told.set("titel", "A title"));
    }

    @Test
    void a_record_within_is_null_where_the_first_of_it_is() {
        var told = STORIES.builder().set("by.name", "admin");
        assertNull(told.build().by());
        assertEquals(
                new By(new UUID(0, 2), "admin"), told.set("by.id", new UUID(0, 2)).build().by());
    }

    @Test
    void where_nothing_is_told_there_is_nothing() {
        assertEquals(
                new Story(null, new Texts(null, null, null), 0, null, null),
                STORIES.builder().build());
    }

    @Test
    void chosen_fields_are_written_from_what_is_shown_as_the_views_own()
            throws JsonProcessingException {
        var chosen = new Fields(Set.of("title", "revision", "by"));
        assertEquals(
                """
                {"title":"A title","revision":3}""",
                new ObjectMapper().writeValueAsString(chosen.of(story)));
    }
}
