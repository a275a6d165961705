package dev.byline.body;

import static java.util.stream.Collectors.joining;

import dev.byline.body.BodyWarning.Reason;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// The values that allowed attributes may have.
final class Attributes {
    /// Before every id, so that none of them becomes the name of something a page's scripts use
    /// (DOM clobbering). Links to a fragment get it too.
    static final String ID_PREFIX = "content-";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}%?");
    private static final Pattern ID = Pattern.compile("[^\\s\\p{C}]+");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z]+/[\\w.+-]{1,80}(?:; ?codecs=[\"']?[\\w.,+ -]{1,80}[\"']?)?");

    /// Media queries, and lengths under them.
    private static final Pattern CONDITIONS = Pattern.compile("[\\w\\s().,:%<>=+*/-]{1,300}");

    private static final Map<String, Pattern> VALUES =
            Map.ofEntries(
                    Map.entry("align", Pattern.compile("left|center|right")),
                    Map.entry("colspan", SPAN),
                    Map.entry("rowspan", SPAN),
                    Map.entry("span", SPAN),
                    Map.entry("start", NUMBER),
                    Map.entry("value", NUMBER),
                    Map.entry("width", LENGTH),
                    Map.entry("height", LENGTH),
                    Map.entry("type", Pattern.compile("[1aAiI]|checkbox")),
                    Map.entry("source type", MEDIA_TYPE),
                    Map.entry("media", CONDITIONS),
                    Map.entry("sizes", CONDITIONS),
                    Map.entry("preload", Pattern.compile("none|metadata|auto|")),
                    Map.entry("kind", Pattern.compile("subtitles|captions|descriptions|chapters")),
                    Map.entry("srclang", LANGUAGE),
                    Map.entry("dir", Pattern.compile("ltr|rtl|auto")),
                    Map.entry("loading", Pattern.compile("lazy|eager")),
                    Map.entry("scope", Pattern.compile("row|col|rowgroup|colgroup")),
                    Map.entry("lang", LANGUAGE),
                    Map.entry("hreflang", LANGUAGE),
                    Map.entry("id", ID));

    private static final Set<String> FOOTNOTE_CLASSES =
            Set.of("footnotes", "footnote-ref", "footnote-backref");
    private static final Predicate<String> LANGUAGE_CLASS =
            Pattern.compile("language-[^\\s\\p{C}]{1,40}").asMatchPredicate();
    private static final Set<String> LINK_TYPES =
            Set.of("nofollow", "sponsored", "ugc", "noopener", "noreferrer");

    private static final Set<String> TOKENS = Set.of("class", "rel");
    private static final Set<String> BOOLEANS =
            Set.of("controls", "loop", "muted", "playsinline", "default", "allowfullscreen");

    private Attributes() {}

    static void restrict(Element element, Findings findings) {
        for (var attribute : element.attributes().asList()) {
            var before = attribute.getValue();
            restrict(element, attribute);
            var after = element.attr(attribute.getKey());
            if (!element.hasAttr(attribute.getKey()) || isCut(attribute.getKey(), before, after)) {
                findings.add(element, attribute.getKey(), Reason.VALUE_NOT_ALLOWED);
            }
        }
    }

    private static boolean isCut(String name, String before, String after) {
        return TOKENS.contains(name) && !before.strip().replaceAll("\\s+", " ").equals(after);
    }

    private static void restrict(Element element, Attribute attribute) {
        var name = attribute.getKey();
        var value = attribute.getValue();
        var pattern = VALUES.getOrDefault(element.normalName() + " " + name, VALUES.get(name));
        if (pattern != null && !pattern.matcher(value).matches()) {
            element.removeAttr(name);
            return;
        }
        if (BOOLEANS.contains(name)) {
            element.attr(name, "");
            return;
        }
        switch (name) {
            case "id" -> element.attr(name, prefixed(value));
            case "class" -> keepTokens(element, name, classes(element));
            case "rel" -> keepTokens(element, name, LINK_TYPES::contains);
            case "href" -> element.attr(name, href(value));
            default -> {}
        }
    }

    /// A link to a fragment leads to what the id became.
    static String href(String address) {
        return address.startsWith("#") && address.length() > 1
                ? "#" + prefixed(address.substring(1))
                : address;
    }

    private static Predicate<String> classes(Element element) {
        return element.nameIs("code") ? LANGUAGE_CLASS : FOOTNOTE_CLASSES::contains;
    }

    private static void keepTokens(Element element, String name, Predicate<String> allowed) {
        var kept =
                Stream.of(element.attr(name).split("\\s+")).filter(allowed).collect(joining(" "));
        if (kept.isEmpty()) {
            element.removeAttr(name);
        } else {
            element.attr(name, kept);
        }
    }

    /// A body that was rendered before keeps its ids.
    private static String prefixed(String id) {
        return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
    }
}
