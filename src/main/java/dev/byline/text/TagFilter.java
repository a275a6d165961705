package dev.byline.text;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps a tag in prose from swallowing what follows it, like the tag filter of GitHub Flavored
/// Markdown: where an element whose content is no prose is not closed, its tag becomes text, and
/// so does the beginning of a tag, comment, declaration or instruction that does not end. What is
/// closed goes, with its content. It takes linear time.
final class TagFilter {
    /// What a parser reads as characters up to the end tag (HTML, 13.2.5, RAWTEXT and RCDATA).
    private static final Set<String> RAW =
            Set.of("title", "textarea", "style", "script", "xmp", "iframe", "noembed", "noframes");

    private static final Set<String> NESTING =
            Set.of("svg", "math", "template", "select", "datalist", "noscript");

    /// What is in them is shown by browsers that cannot play alone.
    private static final Set<String> PLAYERS = Set.of("video", "audio");

    /// They change how all that follows is read, whether they are closed or not.
    private static final Set<String> NEVER = Set.of("plaintext", "frameset");

    private static final Pattern NESTING_TAG =
            Pattern.compile(
                    "<(?:/(NAME)\\s*+>|(NAME)(?=[\\s/>]))"
                            .replace("NAME", String.join("|", NESTING) + "|video|audio"),
                    CASE_INSENSITIVE);

    /// As HTML has it, but that neither a blank line nor a `<` stands between attributes: there
    /// the tag was left open, and the `>` that follows is another's.
    private static final Pattern TAG =
            Pattern.compile(
                    "<(/?)([A-Za-z][^\\s/><]*+)(?:[\\h\\f/]++|\\R(?!\\h*+\\R)|[^\\s/><][^\\s/>=<]*+"
                            + "(?:\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s>\"'][^\\s>]*+|(?=>))"
                            + "|(?!\\s*+=)))*+>");

    private static final Pattern DECLARATION =
            Pattern.compile("<[!?](?:[^<>\\n\\r]|\\R(?!\\h*+(?:\\R|$)))*+>");

    private static final Pattern FRAME_END = Pattern.compile("\\s*+</iframe", CASE_INSENSITIVE);

    /// So many tags may turn out to have no end; each costs a look at all that follows.
    private static final int MAX_ENDLESS = 100;

    private final String html;
    private final Matcher tags;
    private final Matcher declarations;
    private final Matcher frameEnds;
    private final int lastTagEnd;
    private final Map<Integer, Integer> ends = new HashMap<>();
    private final Set<Integer> endTags = new HashSet<>();
    private final Set<String> endless = new HashSet<>();
    private final StringBuilder out;
    private int endlessTags;

    private TagFilter(String html) {
        this.html = html;
        tags = TAG.matcher(html);
        declarations = DECLARATION.matcher(html);
        frameEnds = FRAME_END.matcher(html);
        lastTagEnd = html.lastIndexOf('>');
        out = new StringBuilder(html.length() + 16);
    }

    static String of(String html) {
        return html.indexOf('<') < 0 ? html : new TagFilter(html).filtered();
    }

    /// Whether the first tag of a piece of HTML is to be text.
    static boolean isText(String html) {
        return of(html).stripLeading().startsWith("&lt;");
    }

    private String filtered() {
        pair();
        int from = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', from)) {
            out.append(html, from, i);
            from = next(i);
        }
        return out.append(html, from, html.length()).toString();
    }

    /// Which of the elements that may stand in their like are closed, and where.
    private void pair() {
        var open = new HashMap<String, Deque<Integer>>();
        var tag = NESTING_TAG.matcher(html);
        while (tag.find()) {
            var name = tag.group(1) == null ? tag.group(2) : tag.group(1);
            var started =
                    open.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>());
            if (tag.group(1) == null) {
                started.push(tag.start());
            } else if (!started.isEmpty()) {
                ends.put(started.pop(), tag.end());
                endTags.add(tag.start());
            }
        }
    }

    /// Writes what begins at a `<`, and gives where to go on.
    private int next(int start) {
        if (html.startsWith("<!--", start)) {
            return without(start, start + 2, "<!--", "--!?>");
        }
        if (html.startsWith("<![CDATA[", start)) {
            return without(start, start, "<![CDATA[", "]]>");
        }
        if (html.startsWith("<?", start) || html.startsWith("<!", start)) {
            declarations.region(start, html.length());
            return declarations.lookingAt() ? declarations.end() : instruction(start);
        }
        return isTag(start) ? tag(start) : text(start);
    }

    private int instruction(int start) {
        return html.charAt(start + 1) == '?' ? without(start, start, "<?", "\\?>") : text(start);
    }

    private boolean isTag(int start) {
        if (endlessTags >= MAX_ENDLESS || start > lastTagEnd) {
            return false;
        }
        boolean isWhole = tags.region(start, html.length()).lookingAt();
        endlessTags += isWhole ? 0 : 1;
        return isWhole;
    }

    private int tag(int start) {
        var name = tags.group(2).toLowerCase(Locale.ROOT);
        boolean isEnd = !tags.group(1).isEmpty();
        if (NEVER.contains(name) || isEnd && RAW.contains(name)) {
            return text(start);
        }
        if (name.equals("iframe")) {
            return frame(start, tags.end());
        }
        if (PLAYERS.contains(name)) {
            return player(start, name);
        }
        if (RAW.contains(name)) {
            return rawElement(start, name);
        }
        return NESTING.contains(name) ? nestingElement(start, name) : copied(start, tags.end());
    }

    private int rawElement(int start, String name) {
        return without(start, tags.end(), name, "</" + name + "\\s*+>");
    }

    /// What is in a frame is shown by nobody. One that is closed as in XML ends there.
    private int frame(int start, int tagEnd) {
        frameEnds.region(tagEnd, html.length());
        boolean isEmpty = html.startsWith("/>", tagEnd - 2) && !frameEnds.lookingAt();
        int shown = out.length();
        int end = isEmpty ? tagEnd : rawElement(start, "iframe");
        if (isEmpty || out.length() == shown) {
            out.append(html, start, tagEnd).append("</iframe>");
        }
        return end;
    }

    private int player(int start, String name) {
        if (endTags.contains(start) || ends.containsKey(start)) {
            return copied(start, tags.end());
        }
        if (!html.startsWith("/>", tags.end() - 2)) {
            return text(start);
        }
        int end = copied(start, tags.end());
        out.append("</").append(name).append('>');
        return end;
    }

    private int nestingElement(int start, String name) {
        if (endTags.contains(start) || ends.containsKey(start) && name.equals("noscript")) {
            return tags.end();
        }
        return ends.containsKey(start) ? ends.get(start) : text(start);
    }

    /// Leaves out what is named up to its end, if it has one.
    private int without(int start, int from, String name, String end) {
        if (!endless.contains(name)) {
            var found = Pattern.compile(end, CASE_INSENSITIVE).matcher(html);
            if (found.find(from)) {
                return found.end();
            }
            endless.add(name);
        }
        return text(start);
    }

    private int text(int start) {
        out.append("&lt;");
        return start + 1;
    }

    private int copied(int start, int end) {
        out.append(html, start, end);
        return end;
    }
}
