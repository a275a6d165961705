package dev.byline.importer.folder;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Markup that stands where plain text is meant, read as the text it stands for.
public final class StrippedMarkup {
    /// Only with their semicolon: "AT&T" and "R&D" are text.
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    /// CommonMark 0.31.2, 2.4: a backslash before ASCII punctuation is an escape.
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private StrippedMarkup() {}

    public static String withoutEntities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> quoted(Parser.unescapeEntities(entity.group(), false)));
    }

    public static String withoutEscapes(String markdown) {
        return ESCAPE.matcher(markdown).replaceAll("$1");
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
