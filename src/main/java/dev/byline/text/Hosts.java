package dev.byline.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.IDNA;
import dev.byline.text.WebAddresses.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.EnumSet;
import java.util.regex.Pattern;

/// The host of an address: a name, by UTS 46 without transitional forms as browsers have it, or an
/// IP address.
final class Hosts {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-]{1,63}+(?:\\.[A-Za-z0-9_-]{1,63}+)*+\\.?+");
    private static final int LONGEST_NAME = 253;

    /// Browsers take any name that ends in a number for an address.
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile(".*?(?:^|\\.)(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

    /// Such names are in use.
    private static final EnumSet<IDNA.Error> HARMLESS =
            EnumSet.of(
                    IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private Hosts() {}

    static String ascii(String host) throws Refused {
        if (host.startsWith("[")) {
            return ipv6(host);
        }
        var name = name(decoded(host));
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new Refused("must have a domain name or an IP address as its host");
        }
        if (ENDS_IN_NUMBER.matcher(name).matches() && !IPV4.matcher(name).matches()) {
            throw new Refused(
                    "must have four numbers from 0 to 255 where its host is an IP address");
        }
        return name;
    }

    private static String name(String host) throws Refused {
        if (host.chars().allMatch(character -> character < 128)) {
            return host;
        }
        var name = new StringBuilder();
        var info = new IDNA.Info();
        Uts46.RULES.nameToASCII(host, name, info);
        var errors = EnumSet.copyOf(HARMLESS);
        errors.addAll(info.getErrors());
        errors.removeAll(HARMLESS);
        if (!errors.isEmpty()) {
            throw new Refused(reason(errors.iterator().next()));
        }
        return name.toString();
    }

    private static String reason(IDNA.Error error) {
        return switch (error) {
            case EMPTY_LABEL -> "must not have an empty part in its host";
            case LABEL_TOO_LONG ->
                    "must not have a part of its host longer than 63 characters in ASCII";
            case DOMAIN_NAME_TOO_LONG -> "must not have a host longer than 253 characters in ASCII";
            case BIDI -> "must not mix directions within a part of its host";
            default -> "must not have in its host what no domain name can have (UTS 46)";
        };
    }

    private static String decoded(String host) throws Refused {
        try {
            return host.indexOf('%') < 0
                    ? host
                    : URLDecoder.decode(host.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Refused("must have two hexadecimal digits behind each %");
        }
    }

    private static String ipv6(String host) throws Refused {
        try {
            if (host.indexOf('%') < 0 && new URI("http://" + host).getHost() != null) {
                return host;
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new Refused("must have an IPv6 address without a zone between its brackets");
    }

    /// Read when the first such host is.
    private static final class Uts46 {
        static final IDNA RULES =
                IDNA.getUTS46Instance(
                        IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);
    }
}
