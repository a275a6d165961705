package dev.byline.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.byline.diff.Paragraphs.Markup;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one text has that another has not.
public final class TextDiff {
    private static final int CONTEXT = 3;

    private TextDiff() {}

    /// A stretch that both texts have, or one of them alone. Those of `equal` and `delete` together
    /// are the text before, those of `equal` and `insert` the text after, to the character.
    @Schema(
            name = "DiffOperation",
            description =
                    "A stretch of text. Those that are `equal` or a `delete` make up the text before, those that are `equal`"
                            + " or an `insert` the text after, to the character.")
    public record Operation(
            @Schema(examples = "insert") Kind operation, @Schema(examples = "late") String text) {}

    /// What became of a stretch.
    public enum Kind {
        @JsonProperty("equal")
        EQUAL,
        @JsonProperty("delete")
        DELETE,
        @JsonProperty("insert")
        INSERT
    }

    /// By words, as Unicode parts them (UAX 29, and by dictionaries where no space does).
    /// Paragraphs that stay are not looked into.
    public static List<Operation> words(String before, String after, Markup markup) {
        var operations = new Operations();
        var paragraphs = Paragraphs.of(before, markup);
        var place = 0;
        for (var delta : AnchoredDiff.diff(paragraphs, Paragraphs.of(after, markup)).getDeltas()) {
            operations.keep(paragraphs.subList(place, start(delta)));
            addWords(
                    operations,
                    words(String.join("", delta.getSource().getLines())),
                    words(String.join("", delta.getTarget().getLines())));
            place = end(delta);
        }
        operations.keep(paragraphs.subList(place, paragraphs.size()));
        return operations.all();
    }

    private static void addWords(Operations operations, List<String> before, List<String> after) {
        var place = 0;
        for (var delta : AnchoredDiff.diff(before, after).getDeltas()) {
            operations.keep(before.subList(place, start(delta)));
            operations.replace(
                    String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()));
            place = end(delta);
        }
        operations.keep(before.subList(place, before.size()));
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return start(delta) + delta.getSource().size();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    /// As a unified diff, which `patch` takes: by lines, with three lines around each change. Empty
    /// where the texts are the same.
    ///
    /// @param before what the text before is called, and `after` likewise
    public static String unified(String before, String after, String textBefore, String textAfter) {
        var lines = lines(textBefore);
        var changes = AnchoredDiff.diff(lines, lines(textAfter));
        var unified = UnifiedDiffUtils.generateUnifiedDiff(before, after, lines, changes, CONTEXT);
        return String.join("", unified.stream().map(line -> line + "\n").toList());
    }

    /// What has no line break behind it is another line, and its end says so.
    private static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var last = lines.removeLast();
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file");
        }
        return lines;
    }

    /// Collects operations. Blanks between two words that are others do not part them.
    private static final class Operations {
        private final List<Operation> all = new ArrayList<>();
        private final StringBuilder equal = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        void keep(List<String> items) {
            items.forEach(equal::append);
        }

        void replace(String before, String after) {
            if (isWithinChange()) {
                deleted.append(equal);
                inserted.append(equal);
                equal.setLength(0);
            } else {
                flush();
            }
            deleted.append(before);
            inserted.append(after);
        }

        private boolean isWithinChange() {
            return !deleted.isEmpty()
                    && !inserted.isEmpty()
                    && equal.chars().allMatch(unit -> unit == ' ');
        }

        private void flush() {
            add(Kind.DELETE, deleted);
            add(Kind.INSERT, inserted);
            add(Kind.EQUAL, equal);
        }

        private void add(Kind kind, StringBuilder text) {
            if (!text.isEmpty()) {
                all.add(new Operation(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<Operation> all() {
            flush();
            return all;
        }
    }
}
