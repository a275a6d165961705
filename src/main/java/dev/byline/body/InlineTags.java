package dev.byline.body;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/// Finds the end tags of frames and players in a paragraph of Markdown, where each tag is a piece
/// of its own. Those without an address are only spoken of, and those without an end would swallow
/// what follows: [TagFilter] makes them text.
final class InlineTags {
    private static final Pattern START =
            Pattern.compile(
                    "<(iframe|video|audio)(?:\\s.*)?(?<!/)>", CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern END =
            Pattern.compile("</(iframe|video|audio)\\s*>", CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("\\ssrc\\s*=", CASE_INSENSITIVE);
    private static final Pattern SOURCE = Pattern.compile("<source\\s", CASE_INSENSITIVE);

    private InlineTags() {}

    /// @param paired the tags that were found to belong together so far
    /// @return whether the tag is one of them
    static boolean pair(HtmlInline tag, Set<Node> paired) {
        var start = START.matcher(tag.getLiteral());
        if (start.matches()) {
            pairStart(tag, start.group(1).toLowerCase(Locale.ROOT), paired);
        }
        return paired.contains(tag);
    }

    private static void pairStart(HtmlInline tag, String name, Set<Node> paired) {
        boolean hasAddress = ADDRESS.matcher(tag.getLiteral()).find();
        for (var node = tag.getNext(); node != null; node = node.getNext()) {
            var literal = node instanceof HtmlInline other ? other.getLiteral() : "";
            var end = END.matcher(literal);
            if (end.matches()) {
                if (hasAddress && end.group(1).equalsIgnoreCase(name)) {
                    paired.add(tag);
                    paired.add(node);
                }
                return;
            }
            if (START.matcher(literal).matches() || name.equals("iframe")) {
                return;
            }
            hasAddress |= SOURCE.matcher(literal).lookingAt();
        }
    }
}
