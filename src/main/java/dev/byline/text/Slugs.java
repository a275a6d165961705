package dev.byline.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The readable part of an address: words of any script, joined by hyphens.
public final class Slugs {
    public static final int MAX_LENGTH = 200;

    /// For Bean Validation as well as for ECMA-262 with the `u` flag. A slug has no upper case,
    /// and is never a UUID, because a path takes either an id or a slug. The length comes first:
    /// it bounds what the rest can cost.
    public static final String PATTERN =
            "^(?=.{1,200}$)"
                    + "(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)"
                    + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}\\p{M}]*"
                    + "(?:-[\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}\\p{M}]*)*$";

    /// One in a list, for the OpenAPI document.
    @Schema(
            name = "Slug",
            type = SchemaType.STRING,
            description = "A name in addresses.",
            pattern = PATTERN,
            maxLength = MAX_LENGTH,
            examples = "politics")
    public interface Slug {}

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final Pattern ACCENT =
            Pattern.compile(
                    "(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+|(?<=\\p{IsCyrillic})[\u0300\u0301]");
    private static final Pattern APOSTROPHE = Pattern.compile("['’‘ʼ`´]");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+\\p{M}*");
    private static final Pattern EDGE = Pattern.compile("^[-\\p{M}]+|-+$");
    private static final Map<String, String> SPELLED_OUT =
            Map.of(
                    "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł",
                    "l", "ı", "i", "&", " and ");
    private static final Pattern TO_SPELL_OUT = Pattern.compile("[ßæœøđðþłı&]");

    private Slugs() {}

    /// The slug of a title: a valid one, or an empty string where the title yields none.
    public static String from(String text) {
        var plain = APOSTROPHE.matcher(text).replaceAll("");
        var folded = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var bare = ACCENT.matcher(folded).replaceAll("");
        var spelled = TO_SPELL_OUT.matcher(bare).replaceAll(m -> SPELLED_OUT.get(m.group()));
        var words = SEPARATOR.matcher(spelled).replaceAll("-");
        var slug = cut(Texts.nfc(EDGE.matcher(words).replaceAll("")));
        return isValid(slug) ? slug : "";
    }

    public static boolean isValid(String slug) {
        return VALID.matcher(slug).matches() && Normalizer.isNormalized(slug, Normalizer.Form.NFC);
    }

    private static String cut(String slug) {
        if (slug.length() <= MAX_LENGTH) {
            return slug;
        }
        var hyphen = slug.lastIndexOf('-', MAX_LENGTH);
        return hyphen > 0 ? slug.substring(0, hyphen) : slug.substring(0, characterEnd(slug));
    }

    private static int characterEnd(String slug) {
        return Character.isLowSurrogate(slug.charAt(MAX_LENGTH)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }
}
