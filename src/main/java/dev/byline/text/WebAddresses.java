package dev.byline.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses of the web, `http` or `https` (RFC 3986). They are kept in ASCII: what is beyond it
/// in path, query and fragment as the percent-encoded bytes of its UTF-8 (RFC 3987, 3.1), hosts by
/// [Hosts]. What is in ASCII already stays to the letter.
public final class WebAddresses {
    public static final int MAX_LENGTH = 2_000;

    /// What is longer than any text of [#MAX_LENGTH] in ASCII could have been is not looked at.
    private static final int LONGEST_READ = 10_000;

    private static final Pattern SCHEME = Pattern.compile("(?i)(https?):");
    private static final Pattern PORT = Pattern.compile("0*+[1-9][0-9]{0,4}+");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

    private WebAddresses() {}

    /// As it is kept. What is no address stays as it is.
    ///
    /// @param text may be null
    public static String ascii(String text) {
        if (text == null || text.length() > LONGEST_READ) {
            return text;
        }
        try {
            return read(Texts.trimmed(text));
        } catch (Refused _) {
            return text;
        }
    }

    /// Why it is none, as it follows "it".
    static Optional<String> fault(String text) {
        try {
            if (text.length() <= LONGEST_READ) {
                read(text);
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static String read(String text) throws Refused {
        var afterScheme = afterScheme(text);
        checkCharacters(text);
        var end = afterScheme + 2;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, afterScheme + 2)
                + authority(text.substring(afterScheme + 2, end))
                + encoded(text.substring(end));
    }

    private static int afterScheme(String text) throws Refused {
        var scheme = SCHEME.matcher(text);
        if (!scheme.lookingAt()) {
            throw new Refused("must begin with https:// or http://");
        }
        var after = scheme.end();
        if (!text.startsWith("//", after)) {
            throw new Refused("must have // behind %s", scheme.group());
        }
        return after;
    }

    private static void checkCharacters(String text) throws Refused {
        for (var character : text.codePoints().toArray()) {
            if (character == '\\') {
                throw new Refused("must not hold a backslash: in an address it is written %5C");
            }
            if (Character.isISOControl(character)) {
                throw new Refused("must not hold a control character (U+%04X)", character);
            }
            if (isHidden(character)) {
                throw new Refused(
                        "must not hold the invisible character U+%04X: where it belongs to the address it is"
                                + " percent-encoded",
                        character);
            }
        }
    }

    /// But for the joiners, without which some scripts and emoji are spelt otherwise.
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT ->
                    character != 0x200C && character != 0x200D && character < 0xE0000;
            default -> false;
        };
    }

    private static String authority(String text) throws Refused {
        if (text.indexOf('@') >= 0) {
            throw new Refused("must not hold a user name or a password before an @");
        }
        var host = text.substring(0, endOfHost(text));
        if (host.isEmpty()) {
            throw new Refused("must name a host behind //");
        }
        var port = text.substring(Math.min(host.length() + 1, text.length()));
        if (!port.isEmpty()
                && (!PORT.matcher(port).matches() || Integer.parseInt(port) > HIGHEST_PORT)) {
            throw new Refused("must have a port from 1 to 65535 behind the host, or none");
        }
        return Hosts.ascii(host) + text.substring(host.length());
    }

    private static int endOfHost(String authority) {
        var from = authority.startsWith("[") ? authority.indexOf(']') : 0;
        var colon = from < 0 ? -1 : authority.indexOf(':', from);
        return colon < 0 ? authority.length() : colon;
    }

    private static String encoded(String text) throws Refused {
        var address = new StringBuilder();
        var hasFragment = false;
        var broken = ENCODED.matcher(text).replaceAll("").indexOf('%') >= 0;
        if (broken) {
            throw new Refused(
                    "must have two hexadecimal digits behind each %: the sign itself is %25");
        }
        for (var character : text.codePoints().toArray()) {
            var isMark = character == '#' && !hasFragment;
            hasFragment |= isMark;
            if (isMark || isPlain(character)) {
                address.appendCodePoint(character);
            } else {
                for (var octet : Character.toString(character).getBytes(UTF_8)) {
                    address.append("%%%02X".formatted(octet));
                }
            }
        }
        return address.toString();
    }

    private static boolean isPlain(int character) {
        return character < 128
                && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
    }

    /// What is told of a text that is no address.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason, Object... parts) {
            super(parts.length == 0 ? reason : reason.formatted(parts));
        }
    }
}
