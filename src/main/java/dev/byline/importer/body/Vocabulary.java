package dev.byline.importer.body;

import dev.byline.importer.body.Meaning.Address;
import dev.byline.importer.body.Meaning.Aside;
import dev.byline.importer.body.Meaning.Link;
import dev.byline.importer.body.Meaning.Picture;
import dev.byline.importer.body.Meaning.Quotation;
import dev.byline.importer.body.Meaning.Unknown;
import dev.byline.importer.folder.Shortcode;
import dev.byline.importer.folder.StrippedMarkup;
import dev.byline.importer.report.Remark;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The shortcodes of digital.gov that have a meaning outside of it, as its own templates define
/// them (`themes/digital.gov/layouts/shortcodes` of GSA/digitalgov.gov). `img` is not among them:
/// it names an image by a key of the site's image library, which is not in the folder.
public final class Vocabulary {
    private static final String FILES = "https://s3.amazonaws.com/digitalgov/_legacy-img/";
    private static final Meaning NOTHING = new Unknown(Remark.SHORTCODE_SHOWN);

    private static final Pattern UNSAFE_IN_ADDRESS = Pattern.compile("[^!#-;=?-Z_a-z~]|[()*`]");

    private final SiteAddresses addresses;

    public Vocabulary(SiteAddresses addresses) {
        this.addresses = addresses;
    }

    Meaning of(Shortcode shortcode) {
        if (shortcode.closing() && !isPaired(shortcode)) return NOTHING;
        return switch (shortcode.name()) {
            case "ref", "relref" -> reference(shortcode);
            case "legacy-img", "legacy-img-right" -> picture(shortcode);
            case "legacy-file" -> file(shortcode);
            case "youtube" -> video(shortcode);
            case "tweet" -> tweet(shortcode);
            case "quote-block" -> quotation(shortcode);
            case "note", "box" -> new Aside(shortcode.closing());
            default -> NOTHING;
        };
    }

    static boolean isPaired(Shortcode shortcode) {
        return shortcode.name().equals("note") || shortcode.name().equals("box");
    }

    private Meaning reference(Shortcode shortcode) {
        var target = shortcode.argument();
        var address = target == null ? null : addresses.of(target);
        if (address != null) return new Address(address);
        return new Unknown(
                addresses.isAmbiguous(target)
                        ? Remark.REFERENCE_AMBIGUOUS
                        : Remark.REFERENCE_SHOWN);
    }

    private static Meaning picture(Shortcode shortcode) {
        var source = shortcode.plain("src");
        if (source == null) return NOTHING;
        var alt = shortcode.plain("alt");
        var caption = shortcode.named().getOrDefault("caption", "").strip();
        return new Picture(
                address(source), alt == null ? "" : alt, caption.isEmpty() ? null : caption);
    }

    private static Meaning file(Shortcode shortcode) {
        var path = shortcode.argument();
        return path == null ? NOTHING : new Address(address(StrippedMarkup.withoutEscapes(path)));
    }

    private static Meaning video(Shortcode shortcode) {
        var id = shortcode.plain("id") == null ? shortcode.argument() : shortcode.plain("id");
        if (id == null) return NOTHING;
        var title = shortcode.plain("title");
        return new Link(
                encoded("https://www.youtube.com/watch?v=" + id),
                title == null ? "Video on YouTube" : title);
    }

    private static Meaning tweet(Shortcode shortcode) {
        var user = shortcode.plain("user");
        var id = shortcode.plain("id");
        if (user == null || id == null) return NOTHING;
        return new Link(
                encoded("https://twitter.com/" + user + "/status/" + id), "Tweet by @" + user);
    }

    private static Meaning quotation(Shortcode shortcode) {
        var text = shortcode.named().get("text");
        return text == null ? NOTHING : new Quotation(text, shortcode.named().get("cite"));
    }

    private static String address(String source) {
        if (source.startsWith("https://") || source.startsWith("http://")) return encoded(source);
        return encoded(FILES + (source.startsWith("/") ? source.substring(1) : source));
    }

    /// Percent-encodes (RFC 3986, 2.1) what would end an address in Markdown or HTML, or is no
    /// ASCII.
    private static String encoded(String address) {
        return UNSAFE_IN_ADDRESS
                .matcher(address)
                .replaceAll(
                        unsafe -> {
                            var octets = new StringBuilder();
                            for (byte octet : unsafe.group().getBytes(StandardCharsets.UTF_8)) {
                                octets.append("%%%02X".formatted(octet));
                            }
                            return octets.toString();
                        });
    }
}
