package dev.byline.analysis;

import dev.byline.analysis.TextToken.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Takes a text apart: into words, which every sign and blank ends, so that a name such as
/// `node.js` or `covid-19` is its parts beside each other; into pairs of neighbours in the scripts
/// that write no blanks, as words are not to be told apart there without a dictionary; and emoji.
final class Tokenizer {
    /// As many signs make another word, as in `C++` and `C#`.
    private static final int MOST_SIGNS = 2;

    private final String text;

    /// The first letters of the words of ASCII that are asked for, in small letters; null for all.
    private final BitSet beginnings;

    private final List<TextToken> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text, BitSet beginnings) {
        this.text = text;
        this.beginnings = beginnings;
    }

    static List<TextToken> tokens(String text) {
        return tokens(text, null);
    }

    /// Without the words of letters of ASCII that begin otherwise, which are most of a text's.
    static List<TextToken> tokens(String text, BitSet beginnings) {
        var tokenizer = new Tokenizer(text, beginnings);
        for (tokenizer.skipSigns(); tokenizer.at < text.length(); tokenizer.skipSigns()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    /// Goes past blanks and signs of ASCII.
    private void skipSigns() {
        at = Signs.endOfAscii(text, at, Signs.OTHER);
    }

    private void next() {
        var c = text.codePointAt(at);
        switch (Signs.kind(c)) {
            case Signs.WORD -> word();
            case Signs.DENSE -> run();
            case Signs.EMOJI -> emoji();
            default -> at += Character.charCount(c);
        }
    }

    private void word() {
        var start = at;
        at = Signs.endOfAscii(text, at, Signs.WORD);
        if (at == text.length() || text.charAt(at) < Signs.ASCII) {
            if (isAskedFor(text.charAt(start))) {
                tokens.add(new TextToken(Kind.WORD, start, at, signed()));
            }
            return;
        }
        skip(Signs.WORD);
        var end = seen();
        tokens.add(new TextToken(Kind.WORD, start, end, Math.max(end, signed())));
    }

    private boolean isAskedFor(char first) {
        return beginnings == null || beginnings.get(Character.toLowerCase(first));
    }

    /// What gives it another look belongs to it: a colour of skin, what joins it to the next.
    private void emoji() {
        var start = at;
        at += Character.charCount(text.codePointAt(at));
        while (at < text.length() && Signs.kind(text.codePointAt(at)) == Signs.UNSEEN) {
            at += Character.charCount(text.codePointAt(at));
        }
        add(Kind.EMOJI, start, seen());
    }

    /// Where ends what is seen of what ends here: without blanks of no width and marks of
    /// direction, but with what shapes the sign before it.
    private int seen() {
        var end = at;
        while (Signs.isBetween(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int signed() {
        var end = at;
        while (end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '#')) {
            end++;
        }
        var goesOn = end < text.length() && Signs.kind(text.codePointAt(end)) == Signs.WORD;
        return goesOn && !isVersion(end) || end - at > MOST_SIGNS ? at : end;
    }

    /// As in `C++17`.
    private boolean isVersion(int end) {
        return text.startsWith("++", at) && Character.isDigit(text.codePointAt(end));
    }

    private void run() {
        var before = -1;
        while (at < text.length() && Signs.kind(text.codePointAt(at)) == Signs.DENSE) {
            var start = at;
            at += Character.charCount(text.codePointAt(at));
            skip(0);
            if (before >= 0) {
                add(Kind.PAIR, before, seen());
            }
            before = start;
        }
        add(Kind.LAST, before, seen());
    }

    /// Goes past characters of this kind, and what belongs to the character before it.
    private void skip(int kind) {
        while (at < text.length()) {
            var c = text.codePointAt(at);
            var is = Signs.kind(c);
            if (is != Signs.MARK && is != Signs.UNSEEN && (kind == 0 || is != kind)) {
                return;
            }
            at += Character.charCount(c);
        }
    }

    private void add(Kind kind, int start, int end) {
        tokens.add(new TextToken(kind, start, end, end));
    }
}
