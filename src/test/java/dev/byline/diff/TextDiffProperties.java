package dev.byline.diff;

import static dev.byline.diff.TextDiff.Kind.DELETE;
import static dev.byline.diff.TextDiff.Kind.EQUAL;
import static dev.byline.diff.TextDiff.Kind.INSERT;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import dev.byline.diff.Paragraphs.Markup;
import dev.byline.diff.TextDiff.Kind;
import dev.byline.diff.TextDiff.Operation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/// What must hold of the difference of any two texts.
class TextDiffProperties {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "one", "two", "three", " ", ", ", "\n", "\n\n", "東京都", "é", "😀", "```\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1000)
    void its_operations_give_either_text(
            @ForAll("texts") String before, @ForAll("texts") String after, @ForAll Markup markup) {
        var operations = TextDiff.words(before, after, markup);
        assertEquals(before, text(operations, DELETE));
        assertEquals(after, text(operations, INSERT));
        for (var place = 1; place < operations.size(); place++) {
            assertNotEquals(
                    operations.get(place - 1).operation(), operations.get(place).operation());
        }
    }

    @Property(tries = 200)
    void its_operations_give_any_text(@ForAll String before, @ForAll String after) {
        var operations = TextDiff.words(before, after, Markup.MARKDOWN);
        assertEquals(before, text(operations, DELETE));
        assertEquals(after, text(operations, INSERT));
    }

    private static String text(List<Operation> operations, Kind kind) {
        return operations.stream()
                .filter(one -> one.operation() == kind || one.operation() == EQUAL)
                .map(Operation::text)
                .collect(joining());
    }

    @Property(tries = 1000)
    void its_unified_text_makes_the_one_of_the_other(
            @ForAll @Size(max = 30) List<@net.jqwik.api.From("lines") String> before,
            @ForAll @Size(max = 30) List<@net.jqwik.api.From("lines") String> after)
            throws PatchFailedException {
        var unified = TextDiff.unified("a", "b", text(before), text(after));
        var patch = UnifiedDiffUtils.parseUnifiedDiff(unified.lines().toList());
        assertEquals(after, DiffUtils.patch(before, patch));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("one", "two", "three", "four", "five", "six", "-- ", "+", "");
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(joining());
    }
}
