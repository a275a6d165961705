package dev.byline.analysis;

import dev.byline.analysis.Sequence.Step;
import dev.byline.analysis.TextToken.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Finds the places of sequences in texts.
public final class Finder {
    private static final int ASCII = 128;

    private final List<Sequence> sequences;

    /// The first letters of the sequences. Of a text's hundreds of words, those that begin
    /// otherwise need not be stemmed.
    private final BitSet beginnings = new BitSet(ASCII);

    /// Whether no sequence asks what stands beside a word.
    private final boolean isOfSingleWords;

    public Finder(List<Sequence> sequences) {
        this.sequences = sequences;
        this.isOfSingleWords = sequences.stream().allMatch(one -> one.steps().size() == 1);
        sequences.stream().map(sequence -> sequence.steps().getFirst()).forEach(this::begin);
    }

    /// Finds every word of the sequences by itself.
    public Finder ofSingleWords() {
        return new Finder(sequences.stream().flatMap(Sequence::words).toList());
    }

    private void begin(Step step) {
        beginnings.set(Math.min(ASCII, step.word().charAt(0)));
        if (step.stem() != null) {
            beginnings.set(Math.min(ASCII, step.stem().charAt(0)));
        }
    }

    /// @return starts and ends, in UTF-16 code units, in their order; none laps over another
    public List<int[]> places(String text, Analyzer analyzer) {
        var tokens = tokens(text, analyzer);
        var places = new ArrayList<int[]>();
        for (var at = 0; at < tokens.size(); at++) {
            if (mayBegin(text.charAt(tokens.get(at).start()), analyzer)) {
                for (var sequence : sequences) {
                    if (stands(sequence, tokens, at, text, analyzer)) {
                        mark(sequence, tokens, at, text, places);
                    }
                }
            }
        }
        return joined(places);
    }

    private List<TextToken> tokens(String text, Analyzer analyzer) {
        return isOfSingleWords && analyzer.stemming().keepsBeginnings()
                ? Tokenizer.tokens(text, beginnings)
                : Tokenizer.tokens(text);
    }

    private boolean mayBegin(char first, Analyzer analyzer) {
        return first >= ASCII
                || !analyzer.stemming().keepsBeginnings()
                || beginnings.get(Character.toLowerCase(first));
    }

    private static boolean stands(
            Sequence sequence, List<TextToken> tokens, int at, String text, Analyzer analyzer) {
        for (var step : sequence.steps()) {
            var place = at + step.offset();
            if (place >= tokens.size() || !is(step, tokens.get(place), text, analyzer)) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Step step, TextToken token, String text, Analyzer analyzer) {
        var term = analyzer.term(token, text);
        return switch (step.match()) {
            case FORM -> term.stem().equals(step.stem()) || term.folded().equals(step.stem());
            case SAME -> term.folded().equals(step.word());
            case SIGNED -> analyzer.signed(token, text).equals(step.word());
            case BEGINNING ->
                    term.folded().startsWith(step.word())
                            || term.folded().startsWith(step.stem())
                            || term.stem().startsWith(step.stem());
        };
    }

    /// Words with nothing but a sign between them, as in `node.js`, are one place.
    private static void mark(
            Sequence sequence, List<TextToken> tokens, int at, String text, List<int[]> places) {
        int[] last = null;
        for (var step : sequence.steps()) {
            var start = tokens.get(at + step.offset()).start();
            var end = end(step, tokens, at + step.offset());
            if (last != null && isBeside(last[1], start, text)) {
                last[1] = end;
            } else {
                last = new int[] {start, end};
                places.add(last);
            }
        }
    }

    /// One sign of a script without blanks is the beginning of a pair.
    private static int end(Step step, List<TextToken> tokens, int at) {
        var token = tokens.get(at);
        return switch (step.match()) {
            case SIGNED -> token.signed();
            case BEGINNING -> token.kind() == Kind.PAIR ? tokens.get(at + 1).start() : token.end();
            default -> token.end();
        };
    }

    private static boolean isBeside(int end, int start, String text) {
        return start <= end
                || start == end + 1
                        && !Character.isWhitespace(text.charAt(end))
                        && !Character.isSpaceChar(text.charAt(end));
    }

    private static List<int[]> joined(List<int[]> places) {
        places.sort(Comparator.comparingInt((int[] place) -> place[0]).thenComparingInt(p -> p[1]));
        var joined = new ArrayList<int[]>();
        for (var place : places) {
            if (!joined.isEmpty() && place[0] < joined.getLast()[1]) {
                joined.getLast()[1] = Math.max(joined.getLast()[1], place[1]);
            } else {
                joined.add(place);
            }
        }
        return joined;
    }
}
