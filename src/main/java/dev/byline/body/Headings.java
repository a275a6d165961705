package dev.byline.body;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Gives each heading of Markdown an id made of its words, so that links can lead to it.
/// [UniqueIds] makes those that are alike differ.
final class Headings {
    private static final Pattern LEFT_OUT =
            Pattern.compile("[^\\w-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Headings() {}

    static void identify(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", id(node));
        }
    }

    private static String id(Node heading) {
        var words = words(heading).strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        var id = LEFT_OUT.matcher(words).replaceAll("");
        return id.isEmpty() ? "id" : id;
    }

    private static String words(Node heading) {
        var words = new StringBuilder();
        heading.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                    }
                });
        return words.toString();
    }
}
