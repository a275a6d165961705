package dev.byline.review;

import dev.byline.diff.Paragraphs.Markup;
import dev.byline.diff.TextDiff;
import java.util.Optional;

/// A stretch of a text, in UTF-16 code units.
record Passage(int start, int end) {
    String of(String text) {
        return text.substring(start, end);
    }

    /// Whether it is a stretch of this text, and ends within no sign of it.
    boolean isIn(String text) {
        return start >= 0
                && start < end
                && end <= text.length()
                && !isWithinSign(text, start)
                && !isWithinSign(text, end);
    }

    private static boolean isWithinSign(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
    }

    /// Where it stands in a later text: what is left of it, and what was put in between. Where less
    /// than half of it is left in its place, it may have been moved as it was. Nothing where its
    /// words are gone.
    Optional<Passage> in(String before, String after, Markup markup) {
        if (before.equals(after)) {
            return Optional.of(this);
        }
        var left = new Left(this);
        TextDiff.words(before, after, markup).forEach(left::take);
        var quote = of(before);
        if (2 * left.signs >= signs(quote)) {
            return left.found();
        }
        return moved(quote, after, left.nearest).or(left::found);
    }

    /// Letters, digits and pictures: blanks and points alone are no words.
    private static long signs(String text) {
        return text.codePoints()
                .filter(sign -> Character.isLetterOrDigit(sign) || Character.isEmoji(sign))
                .count();
    }

    private static Optional<Passage> moved(String quote, String after, int nearest) {
        var behind = after.indexOf(quote, nearest);
        var ahead = after.lastIndexOf(quote, nearest);
        if (behind < 0 && ahead < 0) {
            return Optional.empty();
        }
        var isBehind = ahead < 0 || behind >= 0 && behind - nearest <= nearest - ahead;
        var start = isBehind ? behind : ahead;
        return Optional.of(new Passage(start, start + quote.length()));
    }

    /// What of a passage is left, while the operations of a difference are told.
    private static final class Left {
        private final Passage passage;
        private int before;
        private int after;
        private int nearest;
        private int start = -1;
        private int end;
        private long signs;

        Left(Passage passage) {
            this.passage = passage;
        }

        void take(TextDiff.Operation operation) {
            var length = operation.text().length();
            switch (operation.operation()) {
                case EQUAL -> {
                    keep(operation.text());
                    before += length;
                    after += length;
                }
                case DELETE -> before += length;
                case INSERT -> after += length;
            }
            if (before <= passage.start) {
                nearest = after;
            }
        }

        private void keep(String text) {
            var from = Math.max(passage.start, before);
            var to = Math.min(passage.end, before + text.length());
            if (from < to) {
                start = start < 0 ? after + from - before : start;
                end = after + to - before;
                signs += signs(text.substring(from - before, to - before));
            }
        }

        Optional<Passage> found() {
            return signs == 0 ? Optional.empty() : Optional.of(new Passage(start, end));
        }
    }
}
