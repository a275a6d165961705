package dev.byline.diff;

import static dev.byline.diff.Paragraphs.Markup.HTML;
import static dev.byline.diff.Paragraphs.Markup.MARKDOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.diff.Paragraphs.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What must hold of any two edits of any text: both are in the outcome, or it is a conflict.
class TextMergeProperties {
    private static final int PARAGRAPHS = 8;

    private enum Deed {
        KEEP,
        CHANGE,
        DELETE
    }

    /// What one does to a text of as many paragraphs.
    ///
    /// @param deeds to each paragraph
    /// @param puts whether one is put in before each, and at the end
    record Edit(List<Deed> deeds, List<Boolean> puts) {
        List<String> of(List<String> base, String by) {
            var edited = new ArrayList<String>();
            for (var place = 0; place <= base.size(); place++) {
                if (puts.get(place)) {
                    edited.add(put(by, place));
                }
                if (place < base.size()) {
                    switch (deeds.get(place)) {
                        case KEEP -> edited.add(base.get(place));
                        case CHANGE -> edited.add(changed(by, place));
                        case DELETE -> {}
                    }
                }
            }
            return edited;
        }

        boolean touches(int place) {
            return place >= 0 && place < deeds.size() && deeds.get(place) != Deed.KEEP;
        }

        /// Whether what another puts in there stands amid what this one changes.
        boolean surrounds(int place) {
            return touches(place - 1) && touches(place);
        }

        static String put(String by, int place) {
            return "Put in by %s before %d.".formatted(by, place);
        }

        static String changed(String by, int place) {
            return "Changed by %s at %d.".formatted(by, place);
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        var deed =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, Arbitraries.just(Deed.KEEP)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(Deed.CHANGE)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(Deed.DELETE)));
        var put =
                Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(6, false), net.jqwik.api.Tuple.of(1, true));
        return Combinators.combine(
                        deed.list().ofSize(PARAGRAPHS), put.list().ofSize(PARAGRAPHS + 1))
                .as(Edit::new);
    }

    @Property(tries = 1000)
    void both_edits_are_in_what_they_come_to_or_it_is_a_conflict(
            @ForAll("edits") Edit theirs, @ForAll("edits") Edit yours) {
        var base =
                IntStream.range(0, PARAGRAPHS).mapToObj("Paragraph number %d."::formatted).toList();
        var merge =
                TextMerge.of(
                        text(base),
                        text(theirs.of(base, "them")),
                        text(yours.of(base, "you")),
                        MARKDOWN);
        if (merge.text() == null) {
            assertFalse(merge.conflicts().isEmpty());
            assertFalse(areApart(theirs, yours), "a conflict of what is apart");
            return;
        }
        var merged = paragraphs(merge.text());
        assertHas(merged, theirs, yours, base, "them");
        assertHas(merged, yours, theirs, base, "you");
    }

    /// Where they change other paragraphs, and put in at other places, there is no conflict.
    private static boolean areApart(Edit one, Edit other) {
        return IntStream.rangeClosed(0, PARAGRAPHS)
                .noneMatch(
                        place ->
                                one.touches(place) && other.touches(place)
                                        || one.puts.get(place)
                                                && (other.puts.get(place) || other.surrounds(place))
                                        || other.puts.get(place) && one.surrounds(place));
    }

    /// All that one did is there, in its order, and what one took out is not.
    private static void assertHas(
            List<String> merged, Edit edit, Edit other, List<String> base, String by) {
        var mine = new ArrayList<>(edit.of(base, by));
        for (var place = 0; place < PARAGRAPHS; place++) {
            if (edit.touches(place)) {
                assertFalse(merged.contains(base.get(place)), base.get(place));
            }
            if (other.touches(place) && !edit.touches(place)) {
                mine.remove(base.get(place));
            }
        }
        assertEquals(mine, merged.stream().filter(mine::contains).toList());
    }

    private static String text(List<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    private static List<String> paragraphs(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n\n"));
    }

    /// Short texts of few signs, which have much in common.
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "c", " ", "\n", "\n\n", "\r\n", "```\n", "</p>", "<p>", "日本")
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1000)
    void an_edit_that_nobody_met_is_the_outcome(
            @ForAll("texts") String base, @ForAll("texts") String edit, @ForAll Markup markup) {
        assertEquals(edit, TextMerge.of(base, edit, base, markup).text());
        assertEquals(edit, TextMerge.of(base, base, edit, markup).text());
        assertEquals(edit, TextMerge.of(base, edit, edit, markup).text());
    }

    @Property(tries = 1000)
    void whose_edit_came_first_decides_nothing(
            @ForAll("texts") String base,
            @ForAll("texts") String one,
            @ForAll("texts") String other,
            @ForAll Markup markup) {
        var merge = TextMerge.of(base, one, other, markup);
        var turned = TextMerge.of(base, other, one, markup);
        assertEquals(merge.text() == null, turned.text() == null);
        assertEquals(merge.text() == null, !merge.conflicts().isEmpty());
        merge.conflicts()
                .forEach(
                        conflict ->
                                assertTrue(base.startsWith(conflict.base(), conflict.position())));
    }

    @Property(tries = 1000)
    void paragraphs_are_the_text(@ForAll("texts") String text) {
        assertEquals(text, String.join("", Paragraphs.of(text, MARKDOWN)));
        assertEquals(text, String.join("", Paragraphs.of(text, HTML)));
    }
}
