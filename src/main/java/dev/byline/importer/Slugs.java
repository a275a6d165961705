package dev.byline.importer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The form of a slug: lower-case ASCII letters and digits, in words joined by single hyphens.
final class Slugs {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern AT_THE_EDGE = Pattern.compile("^-|-$");
    private static final int LONGEST = 100;

    private Slugs() {}

    static boolean isSlug(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    static String from(String text) {
        var letters = Normalizer.normalize(percentDecoded(text), Normalizer.Form.NFD);
        var plain = ACCENTS.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
        return cut(
                AT_THE_EDGE.matcher(BETWEEN_WORDS.matcher(plain).replaceAll("-")).replaceAll(""));
    }

    /// At the last word that is whole.
    private static String cut(String slug) {
        if (slug.length() <= LONGEST) return slug;
        int hyphen = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, hyphen > 0 ? hyphen : LONGEST);
    }

    /// `jane-doe` becomes "Jane Doe".
    static String toName(String slug) {
        return Arrays.stream(slug.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String percentDecoded(String text) {
        if (!text.contains("%")) return text;
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
