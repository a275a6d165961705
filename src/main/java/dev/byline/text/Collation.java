package dev.byline.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.ConfigProvider;

/// The order of names by the rules of a language (CLDR, by ICU): first by letters, then by accents,
/// then by case, and digits by the number they make. It is stored as keys whose bytes are in that
/// order, so that it is the same in every database. A key begins with four bytes that stand for the
/// rules it was made by; none begins
/// with the byte 255, which stands in place of a key that is not made yet.
public final class Collation {
    /// Longer keys end there: PostgreSQL takes no more than 2,700 bytes into an index.
    private static final int MOST_BYTES = 1_000;

    private static final int RULES_BYTES = 4;

    private final RuleBasedCollator collator;
    private final byte[] rules;

    private Collation(RuleBasedCollator collator, byte[] rules) {
        this.collator = collator;
        this.rules = rules;
    }

    /// That of `byline.language`. ICU is read when this is first asked for.
    public static Collation ofSite() {
        return Site.COLLATION;
    }

    /// @param language a tag of BCP 47
    static Collation of(String language) {
        var standard = (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag(language));
        var collator = standard.cloneAsThawed();
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.setNumericCollation(true);
        collator.freeze();
        return new Collation(collator, rules(Languages.usual(language) + collator.getVersion()));
    }

    private static byte[] rules(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        var value = (int) crc.getValue();
        return new byte[] {
            (byte) (value >>> 24 & 0x7f), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
        };
    }

    /// What all its keys begin with.
    public byte[] rules() {
        return rules.clone();
    }

    /// The least bytes behind all its keys.
    public byte[] end() {
        var end = rules.clone();
        var last = RULES_BYTES - 1;
        while (++end[last] == 0) {
            last--;
        }
        return end;
    }

    public byte[] key(String text) {
        var made = collator.getRawCollationKey(text, null);
        // its last byte is a zero, which orders nothing
        var length = Math.min(made.size - 1, MOST_BYTES);
        var key = Arrays.copyOf(rules, RULES_BYTES + length);
        System.arraycopy(made.bytes, 0, key, RULES_BYTES, length);
        return key;
    }

    private static final class Site {
        static final Collation COLLATION =
                of(ConfigProvider.getConfig().getValue("byline.language", String.class));
    }
}
