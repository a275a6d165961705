package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Gathers what is taken out of a body or changed in it. Each tag of the source bears its place
/// there as an attribute until the body is clean, so that whatever looks at an element can tell it.
final class Findings {
    /// The attribute of the place. [Allowed] does not know it, so it never comes out.
    static final String PLACE = "data-byline-place";

    private static final Pattern PLACES = Pattern.compile(" " + PLACE + "=\"\\d+\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int MAX_LISTED = 100;
    private static final int MAX_KEPT = 10_000;
    private static final int MAX_WHAT = 200;

    private final Set<Found> found = new LinkedHashSet<>();
    private final Map<Integer, String> tags = new HashMap<>();
    private int more;

    private record Found(int place, String what, Reason reason) {}

    void add(int place, String what, Reason reason) {
        if (found.size() < MAX_KEPT) {
            found.add(new Found(place, shortened(what), reason));
        } else {
            more++;
        }
    }

    /// About an element, where it has a place in the source.
    void add(Element element, String what, Reason reason) {
        int place = place(element);
        if (place >= 0) {
            add(place, what, reason);
        }
    }

    static int place(Element element) {
        var place = element.attr(PLACE);
        return NUMBER.matcher(place).matches() ? Integer.parseInt(place) : -1;
    }

    /// A start tag with its place in it.
    String placed(String tag, String name, int place) {
        tags.put(place, name);
        int nameEnd = 1 + name.length();
        return tag.substring(0, nameEnd)
                + " %s=\"%d\"".formatted(PLACE, place)
                + tag.substring(nameEnd);
    }

    static String withoutPlaces(String html) {
        return PLACES.matcher(html).replaceAll("");
    }

    /// To be told of all elements that were read: what is not among them has no place in HTML.
    void read(Element document) {
        if (!tags.isEmpty()) {
            document.getAllElements().forEach(element -> tags.remove(place(element)));
        }
        tags.forEach((place, name) -> add(place, tag(name), Reason.ELEMENT_MISPLACED));
        tags.clear();
    }

    static String tag(String name) {
        return "<" + name + ">";
    }

    private static String shortened(String what) {
        return what.codePointCount(0, what.length()) <= MAX_WHAT
                ? what
                : what.substring(0, what.offsetByCodePoints(0, MAX_WHAT));
    }

    /// In the order of the source.
    List<BodyWarning> in(String source) {
        var sorted = found.stream().sorted(Comparator.comparingInt(one -> one.place)).toList();
        var warnings = new ArrayList<BodyWarning>();
        var position = new Position(source);
        for (var one : sorted.subList(0, Math.min(sorted.size(), MAX_LISTED))) {
            warnings.add(position.warning(one.place, one.what, one.reason));
        }
        int unlisted = sorted.size() - warnings.size() + more;
        if (unlisted > 0) {
            int next = sorted.get(warnings.size()).place;
            warnings.add(position.warning(next, unlisted + " more", Reason.MORE));
        }
        return List.copyOf(warnings);
    }

    /// Goes through the source once.
    private static final class Position {
        private final String source;
        private int index;
        private int line = 1;
        private int characters;

        Position(String source) {
            this.source = source;
        }

        BodyWarning warning(int place, String what, Reason reason) {
            int end = Math.min(place, source.length());
            for (; index < end; index++) {
                char c = source.charAt(index);
                boolean isCrLf = c == '\r' && source.startsWith("\n", index + 1);
                line += (c == '\n' || c == '\r') && !isCrLf ? 1 : 0;
                characters += Character.isLowSurrogate(c) ? 0 : 1;
            }
            return new BodyWarning("/body", what, line, characters, reason.code(), reason.detail);
        }
    }
}
