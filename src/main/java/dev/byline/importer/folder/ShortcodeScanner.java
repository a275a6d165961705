package dev.byline.importer.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Finds the shortcodes of a text. What only looks like one (no name, no end) is text.
public final class ShortcodeScanner {
    /// No shortcode is longer; without a bound, a file of nothing but `{{<` would cost the square
    /// of its length.
    private static final int LONGEST = 16_384;

    private final String text;
    private int at;

    private ShortcodeScanner(String text) {
        this.text = text;
    }

    public static List<Shortcode> scan(String text) {
        var scanner = new ShortcodeScanner(text);
        var found = new ArrayList<Shortcode>();
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", scanner.at)) {
            var shortcode = scanner.shortcode(open);
            if (shortcode != null) found.add(shortcode);
            else scanner.at = open + 2;
        }
        return found;
    }

    private Shortcode shortcode(int open) {
        at = open + 2;
        var end = eat("<") ? ">}}" : eat("%") ? "%}}" : null;
        if (end == null) return null;
        skipSpace();
        var closing = eat("/");
        skipSpace();
        var name = word();
        if (name.isEmpty()) return null;
        var arguments = new ArrayList<String>();
        var named = new LinkedHashMap<String, String>();
        int limit = Math.min(text.length(), open + LONGEST);
        for (skipSpace(); at < limit; skipSpace()) {
            if (eat(end) || eat("/" + end)) {
                return new Shortcode(
                        name, closing, arguments, named, text.substring(open, at), open);
            }
            if (!parameter(arguments, named)) return null;
        }
        return null;
    }

    private boolean parameter(List<String> arguments, LinkedHashMap<String, String> named) {
        int before = at;
        var value = value();
        if (value == null || at == before) return false;
        var isName = text.charAt(before) != '"' && text.charAt(before) != '`';
        if (isName && eat("=")) {
            var of = value();
            if (of == null) return false;
            named.putIfAbsent(value, of);
        } else {
            arguments.add(value);
        }
        return true;
    }

    /// A quoted text, a raw one between backticks, or a bare word; null where a quotation does
    /// not end.
    private String value() {
        if (eat("`")) return until('`');
        return eat("\"") ? quoted() : word();
    }

    private String until(char mark) {
        int end = text.indexOf(mark, at);
        if (end < 0) return null;
        var value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private String quoted() {
        var value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') return value.toString();
            if (next == '\\' && at < text.length() && text.charAt(at) == '"') {
                next = text.charAt(at++);
            }
            value.append(next);
        }
        return null;
    }

    private String word() {
        int begin = at;
        while (at < text.length() && isWord(text.charAt(at))) at++;
        return text.substring(begin, at);
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || "_-./#:@".indexOf(character) >= 0;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean eat(String mark) {
        if (!text.startsWith(mark, at)) return false;
        at += mark.length();
        return true;
    }
}
