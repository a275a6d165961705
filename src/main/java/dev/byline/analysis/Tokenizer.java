package dev.byline.analysis;

import dev.byline.analysis.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Takes a text apart: into words, which every sign and blank ends, so that a name such as
/// `node.js` or `covid-19` is its parts beside each other; into pairs of neighbours in the scripts
/// that write no blanks, as words are not to be told apart there without a dictionary; and emoji.
final class Tokenizer {
    /// As many signs make another word, as in `C++` and `C#`.
    private static final int MOST_SIGNS = 2;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        var c = text.codePointAt(at);
        switch (Signs.kind(c)) {
            case Signs.WORD -> word();
            case Signs.DENSE -> run();
            case Signs.EMOJI -> {
                add(Kind.EMOJI, at, at + Character.charCount(c));
                at += Character.charCount(c);
            }
            default -> at += Character.charCount(c);
        }
    }

    private void word() {
        var start = at;
        skip(Signs.WORD);
        tokens.add(new Token(Kind.WORD, start, at, signed()));
    }

    private int signed() {
        var end = at;
        while (end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '#')) {
            end++;
        }
        var goesOn = end < text.length() && Signs.kind(text.codePointAt(end)) == Signs.WORD;
        return goesOn || end - at > MOST_SIGNS ? at : end;
    }

    private void run() {
        var before = -1;
        while (at < text.length() && Signs.kind(text.codePointAt(at)) == Signs.DENSE) {
            var start = at;
            at += Character.charCount(text.codePointAt(at));
            skip(0);
            if (before >= 0) {
                add(Kind.PAIR, before, at);
            }
            before = start;
        }
        add(Kind.LAST, before, at);
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
        tokens.add(new Token(kind, start, end, end));
    }
}
