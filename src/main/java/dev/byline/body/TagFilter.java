package dev.byline.body;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.byline.body.BodyWarning.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
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

    private static final Pattern BEGINNING =
            Pattern.compile("<(?:/?[A-Za-z][^\\s/>]{0,100}+|!--|!\\[CDATA\\[|[!?]\\w{0,100}+)");

    /// So many tags may turn out to have no end; each costs a look at all that follows.
    private static final int MAX_ENDLESS = 100;

    private final String html;
    private final IntUnaryOperator places;
    private final Findings findings;
    private final Matcher tags;
    private final Matcher declarations;
    private final Matcher frameEnds;
    private final Matcher beginnings;
    private final int lastTagEnd;
    private final Map<Integer, Integer> ends = new HashMap<>();
    private final Set<Integer> endTags = new HashSet<>();
    private final Set<String> endless = new HashSet<>();
    private final StringBuilder out;
    private int endlessTags;

    private TagFilter(String html, IntUnaryOperator places, Findings findings) {
        this.html = html;
        this.places = places;
        this.findings = findings;
        tags = TAG.matcher(html);
        declarations = DECLARATION.matcher(html);
        frameEnds = FRAME_END.matcher(html);
        beginnings = BEGINNING.matcher(html);
        lastTagEnd = html.lastIndexOf('>');
        out = new StringBuilder(html.length() + 16);
    }

    /// @param places where in the source the characters of the HTML stand
    static String of(String html, IntUnaryOperator places, Findings findings) {
        return html.indexOf('<') < 0 ? html : new TagFilter(html, places, findings).filtered();
    }

    /// Whether the first tag of a piece of HTML is to be text.
    static boolean isText(String html) {
        return of(html, index -> index, new Findings()).stripLeading().startsWith("&lt;");
    }

    /// Tells of the first tag of a piece that is text.
    static void tellFirst(String html, IntUnaryOperator places, Findings findings) {
        new TagFilter(html, places, findings).text(html.indexOf('<'));
    }

    /// A start tag, or an end tag, that is let through.
    static String placed(String tag, IntUnaryOperator places, Findings findings) {
        var filter = new TagFilter(tag, places, findings);
        if (filter.isTag(0)) {
            filter.copied(0, tag.length());
        }
        return filter.out.isEmpty() ? tag : filter.out.toString();
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
            return comment(start, endOf("<!--", start + 2, "--!?>"));
        }
        if (html.startsWith("<![CDATA[", start)) {
            return comment(start, endOf("<![CDATA[", start, "]]>"));
        }
        if (html.startsWith("<?", start) || html.startsWith("<!", start)) {
            declarations.region(start, html.length());
            return comment(
                    start, declarations.lookingAt() ? declarations.end() : instruction(start));
        }
        return isTag(start) ? tag(start) : text(start);
    }

    private int instruction(int start) {
        return html.charAt(start + 1) == '?' ? endOf("<?", start, "\\?>") : -1;
    }

    private int comment(int start, int end) {
        return end < 0 ? text(start) : removed(start, end, Reason.COMMENT_REMOVED);
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
            return frame(start);
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
        int end = endOf(name, tags.end(), "</" + name + "\\s*+>");
        return end < 0 ? text(start) : removed(start, end, Reason.ELEMENT_REMOVED);
    }

    /// What is in a frame is shown by nobody. One that is closed as in XML ends there.
    private int frame(int start) {
        int tagEnd = tags.end();
        frameEnds.region(tagEnd, html.length());
        boolean isEmpty = html.startsWith("/>", tagEnd - 2) && !frameEnds.lookingAt();
        int end = isEmpty ? tagEnd : endOf("iframe", tagEnd, "</iframe\\s*+>");
        if (end < 0) {
            return text(start);
        }
        copied(start, tagEnd);
        out.append("</iframe>");
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
        if (endTags.contains(start)) {
            return apart(tags.end());
        }
        if (!ends.containsKey(start)) {
            return text(start);
        }
        return name.equals("noscript")
                ? removed(start, tags.end(), Reason.ELEMENT_NOT_ALLOWED)
                : removed(start, ends.get(start), Reason.ELEMENT_REMOVED);
    }

    /// Where what is named ends, or -1.
    private int endOf(String name, int from, String end) {
        if (!endless.contains(name)) {
            var found = Pattern.compile(end, CASE_INSENSITIVE).matcher(html);
            if (found.find(from)) {
                return found.end();
            }
            endless.add(name);
        }
        return -1;
    }

    private int removed(int start, int end, Reason reason) {
        tell(start, reason);
        return reason == Reason.COMMENT_REMOVED ? end : apart(end);
    }

    /// Leaves a blank where letters would meet that what is left out held apart.
    private int apart(int end) {
        if (!out.isEmpty()
                && end < html.length()
                && Character.isLetterOrDigit(out.codePointBefore(out.length()))
                && Character.isLetterOrDigit(html.codePointAt(end))) {
            out.append(' ');
        }
        return end;
    }

    private int text(int start) {
        tell(start, Reason.TAG_BECAME_TEXT);
        out.append("&lt;");
        return start + 1;
    }

    private void tell(int start, Reason reason) {
        beginnings.region(start, html.length());
        if (beginnings.lookingAt()) {
            var begin = beginnings.group();
            boolean isTag = begin.length() > 1 && "!?".indexOf(begin.charAt(1)) < 0;
            findings.add(places.applyAsInt(start), isTag ? begin + ">" : begin, reason);
        }
    }

    private int copied(int start, int end) {
        if (html.startsWith("</", start)) {
            out.append(html, start, end);
        } else {
            var tag = html.substring(start, end);
            out.append(findings.placed(tag, tags.group(2), places.applyAsInt(start)));
        }
        return end;
    }
}
