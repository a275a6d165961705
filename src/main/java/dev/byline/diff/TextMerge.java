package dev.byline.diff;

import dev.byline.diff.Paragraphs.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What two edits of one text come to together: changes of different paragraphs go together, and
/// what both changed in one paragraph, but not to the same, is a conflict.
///
/// @param text null where there are conflicts
public record TextMerge(String text, List<Conflict> conflicts) {
    private static final String USUAL_GAP = "\n\n";

    /// @param position in the base, counted from 0 in UTF-16 code units
    public record Conflict(int position, String base, String theirs, String yours) {}

    public static TextMerge of(String base, String theirs, String yours, Markup markup) {
        if (theirs.equals(base) || theirs.equals(yours)) {
            return new TextMerge(yours, List.of());
        }
        return yours.equals(base)
                ? new TextMerge(theirs, List.of())
                : merged(base, theirs, yours, markup);
    }

    private static TextMerge merged(String base, String theirs, String yours, Markup markup) {
        var texts =
                Stream.of(base, theirs, yours).map(text -> Paragraphs.of(text, markup)).toList();
        var gap = gap(texts);
        var ended = texts.stream().map(paragraphs -> Ended.of(paragraphs, gap)).toList();
        return of(ended.getFirst(), ended.get(1), ended.getLast());
    }

    /// The gap behind the last paragraph of each is made the same as that behind the others: what
    /// comes behind it is no change of it.
    private record Ended(List<String> paragraphs, String end) {
        static Ended of(List<String> paragraphs, String gap) {
            if (paragraphs.isEmpty()) {
                return new Ended(paragraphs, "");
            }
            var last = paragraphs.getLast();
            var end = Paragraphs.gap(last);
            var alike = new ArrayList<>(paragraphs);
            alike.set(alike.size() - 1, Paragraphs.withoutGap(last) + gap);
            return new Ended(alike, end);
        }

        /// Where this paragraph begins, or the end where there is none.
        int position(int place) {
            var begin = paragraphs.stream().limit(place).mapToInt(String::length).sum();
            return Math.min(begin, Paragraphs.withoutGap(String.join("", paragraphs)).length());
        }
    }

    /// That of the base, or else of the edits, whichever came first.
    private static String gap(List<List<String>> texts) {
        return gaps(texts.subList(0, 1))
                .findFirst()
                .or(() -> gaps(texts).min(Comparator.naturalOrder()))
                .orElse(USUAL_GAP);
    }

    private static Stream<String> gaps(List<List<String>> texts) {
        return texts.stream()
                .filter(paragraphs -> paragraphs.size() > 1)
                .map(paragraphs -> Paragraphs.gap(paragraphs.getFirst()));
    }

    private static TextMerge of(Ended base, Ended theirs, Ended yours) {
        var text = new StringBuilder();
        var conflicts = new ArrayList<Conflict>();
        for (var part : ThreeWayMerge.of(base.paragraphs, theirs.paragraphs, yours.paragraphs)) {
            switch (part) {
                case ThreeWayMerge.Agreed(var items) -> items.forEach(text::append);
                case ThreeWayMerge.Disputed<String> disputed ->
                        conflicts.add(conflict(base, disputed));
            }
        }
        var end = end(base.end, theirs.end, yours.end);
        if (end.isEmpty()) {
            conflicts.add(
                    new Conflict(
                            base.position(base.paragraphs.size()),
                            base.end,
                            theirs.end,
                            yours.end));
        }
        return conflicts.isEmpty()
                ? new TextMerge(Paragraphs.withoutGap(text.toString()) + end.get(), List.of())
                : new TextMerge(null, List.copyOf(conflicts));
    }

    private static Conflict conflict(Ended base, ThreeWayMerge.Disputed<String> disputed) {
        return new Conflict(
                base.position(disputed.place()),
                joined(disputed.base()),
                joined(disputed.theirs()),
                joined(disputed.yours()));
    }

    private static Optional<String> end(String base, String theirs, String yours) {
        if (theirs.equals(base) || theirs.equals(yours)) {
            return Optional.of(yours);
        }
        return yours.equals(base) ? Optional.of(theirs) : Optional.empty();
    }

    private static String joined(List<String> paragraphs) {
        return Paragraphs.withoutGap(String.join("", paragraphs));
    }
}
