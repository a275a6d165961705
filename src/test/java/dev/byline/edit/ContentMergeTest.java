package dev.byline.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.body.BodyFormat;
import dev.byline.http.EditConflict;
import dev.byline.http.ProblemException;
import dev.byline.revision.Cover;
import dev.byline.revision.StoryInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentMergeTest {
    private static final Map<String, Object> BASE =
            Map.of(
                    "title",
                    "A night",
                    "body",
                    "One.\n\nTwo.",
                    "bodyFormat",
                    BodyFormat.MARKDOWN,
                    "cover",
                    new Cover("https://example.org/a.jpg", "A night", null),
                    "authors",
                    List.of(),
                    "tags",
                    List.of());

    @Test
    void a_cover_is_one_thing() {
        var theirs = with(Map.of("cover", new Cover("https://example.org/b.jpg", "A night", null)));
        var yours = with(Map.of("cover", new Cover("https://example.org/a.jpg", "Long", null)));
        var conflict = merge(theirs, yours).conflicts().getFirst();
        assertEquals("cover", conflict.field());
        assertEquals(
                "{\"url\":\"https://example.org/a.jpg\",\"alt\":\"Long\",\"caption\":null}",
                conflict.yours());
    }

    @Test
    void a_body_in_another_format_is_one_place() {
        var html = Map.of("bodyFormat", BodyFormat.HTML, "body", "<p>One.</p><p>Two.</p>");
        var other = with(Map.of("body", "One.\n\nTwo.\n\nThree."));
        assertEquals(List.of("body"), fields(merge(with(html), other)));
        assertEquals(List.of("body"), fields(merge(other, with(html))));
        assertEquals(
                with(html).content(), merge(with(html), with(Map.of())).orConflict().content());
        assertEquals(
                "Yours",
                merge(with(html), with(Map.of("title", "Yours"))).orConflict().content().title());
    }

    @Test
    void what_both_did_is_done_once() {
        var both = with(Map.of("title", "Both", "body", "One.\n\nAnd two."));
        assertEquals(both.content(), merge(both, both).orConflict().content());
    }

    @Test
    void more_than_may_be_written_is_refused() {
        var half = "x".repeat(StoryInput.LONGEST_BODY / 2);
        refused(
                "/body",
                with(Map.of("body", "One.\n\n" + half)),
                with(Map.of("body", half + "\n\nTwo.")));
        refused("/tags", with(Map.of("tags", ids(30))), with(Map.of("tags", ids(30))));
    }

    private static void refused(String pointer, Said theirs, Said yours) {
        var refusal = assertThrows(ProblemException.class, () -> merge(theirs, yours).orConflict());
        assertEquals(pointer, refusal.problem().errors().getFirst().pointer());
    }

    private static List<UUID> ids(int many) {
        return IntStream.range(0, many).mapToObj(_ -> UUID.randomUUID()).toList();
    }

    private static List<String> fields(ContentMerge merge) {
        return Stream.of(merge)
                .flatMap(one -> one.conflicts().stream())
                .map(EditConflict::field)
                .toList();
    }

    private static ContentMerge merge(Said theirs, Said yours) {
        return ContentMerge.of(with(Map.of()), theirs, yours, new ObjectMapper());
    }

    private static Said with(Map<String, ?> changes) {
        var values = new HashMap<String, Object>(BASE);
        values.putAll(changes);
        return Said.of(values);
    }
}
