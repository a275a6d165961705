package dev.byline.body;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The addresses of what a body embeds, as a browser reads them (URL Standard, 4.4). Whatever two
/// readers may take for two addresses is none: user names, backslashes, control characters, a
/// scheme without its slashes.
final class EmbedAddress {
    private static final Pattern HTTPS =
            Pattern.compile(
                    "https://([^/?#@:\\\\%\\s\\[\\]]+)(:\\d{1,5})?([/?#].*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*");

    /// Looks at each blank once, however many there are.
    private static final Pattern ENDS =
            Pattern.compile("^[\\x00-\\x20]++|(?<![\\x00-\\x20])[\\x00-\\x20]++$");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern NEVER = Pattern.compile("[\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /// URL and descriptor of an image candidate (HTML, 4.8.4.2.1).
    private static final Pattern CANDIDATE =
            Pattern.compile("[\\s,]*+([^\\s,](?:\\S*[^\\s,])?)(?:,+|\\s++([^,]*+),?|$)");

    private static final Pattern DESCRIPTOR =
            Pattern.compile("|[1-9][0-9]{0,4}w|[0-9]{1,2}(?:\\.[0-9]{1,3})?x");

    private static final int MAX_CANDIDATES = 50;

    private EmbedAddress() {}

    /// Of a medium: `https`, or a path on the site itself.
    static Optional<String> ofMedium(String written) {
        return read(written).filter(EmbedAddress::isSecure);
    }

    /// Of a page in a frame: `https`, on a host that the setting names.
    static Optional<String> ofFrame(String written) {
        return read(written).filter(EmbedAddress::isOfFrame);
    }

    /// For a link to what is not embedded.
    static Optional<String> ofLink(String written) {
        return read(written).filter(one -> isSecure(one) || schemeOf(one).equals("http"));
    }

    /// The image candidates of a `srcset` that may stay, none where there are none.
    static Optional<String> ofCandidates(String written) {
        var kept = new ArrayList<String>();
        var found = CANDIDATE.matcher(written);
        for (int i = 0; i < MAX_CANDIDATES && found.lookingAt(); i++) {
            var descriptor = found.group(2) == null ? "" : found.group(2).strip();
            if (DESCRIPTOR.matcher(descriptor).matches()) {
                ofMedium(found.group(1))
                        .ifPresent(one -> kept.add((one + " " + descriptor).strip()));
            }
            found.region(found.end(), written.length());
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kept));
    }

    /// How many image candidates there are.
    static int candidates(String srcset) {
        return (int) CANDIDATE.matcher(srcset).results().count();
    }

    /// Of an address that is `https`.
    static String host(String address) {
        var parts = HTTPS.matcher(address);
        return parts.matches() ? parts.group(1) : "";
    }

    private static Optional<String> read(String written) {
        var bare = LINE_BREAKS.matcher(ENDS.matcher(written).replaceAll("")).replaceAll("");
        if (bare.isEmpty() || NEVER.matcher(bare).find()) {
            return Optional.empty();
        }
        var encoded = bare.replace(" ", "%20");
        return Optional.of(encoded.startsWith("//") ? "https:" + encoded : encoded);
    }

    private static boolean isSecure(String address) {
        return schemeOf(address).isEmpty() || HTTPS.matcher(address).matches();
    }

    private static boolean isOfFrame(String address) {
        var parts = HTTPS.matcher(address);
        return parts.matches()
                && (parts.group(2) == null || parts.group(2).equals(":443"))
                && FrameHosts.areOf(parts.group(1).toLowerCase(Locale.ROOT));
    }

    private static String schemeOf(String address) {
        var scheme = SCHEME.matcher(address);
        return scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
