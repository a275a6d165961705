package dev.byline.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// What a program shows to prove whose it is: a prefix of its kind, such as `byl_`, 43 characters
/// that carry 256 random bits, and 6 characters of a CRC-32 over all before them. By prefix and
/// checksum a scanner of secrets knows one when it sees it, and a typing mistake is told from a
/// revoked token without the database.
public final class Secret {

    /// Of tokens of accounts.
    private static final String TOKEN = "byl_";

    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile("[a-z]{3}_[0-9A-Za-z]{" + (RANDOM_LENGTH + CHECKSUM_LENGTH) + "}");
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random() {
        return random(TOKEN);
    }

    /// @param prefix of its kind: three letters and `_`
    public static Secret random(String prefix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String body = prefix + base62(new BigInteger(1, bytes), RANDOM_LENGTH);
        return new Secret(body + checksum(body));
    }

    /// The secret in a text, or nothing where the text cannot be one.
    static Optional<Secret> parse(String text) {
        return parse(TOKEN, text);
    }

    /// Likewise of another kind.
    public static Optional<Secret> parse(String prefix, String text) {
        return Optional.of(text)
                .filter(one -> one.startsWith(prefix))
                .filter(FORM.asMatchPredicate())
                .filter(Secret::checks)
                .map(Secret::new);
    }

    private static boolean checks(String text) {
        int end = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        var digits = new StringBuilder(length);
        var rest = number;
        for (int i = 0; i < length; i++) {
            var parts = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().toString();
    }

    boolean isOf(String prefix) {
        return text.startsWith(prefix);
    }

    /// By which it is known again.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /// The secret in clear, for the one who may see it.
    public String reveal() {
        return text;
    }

    /// Hides the secret from logs.
    @Override
    public String toString() {
        return text.substring(0, text.indexOf('_') + 1) + "…";
    }
}
