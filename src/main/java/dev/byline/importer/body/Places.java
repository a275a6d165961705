package dev.byline.importer.body;

import dev.byline.importer.body.Place.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Finds what each mark of a text stands in, by parsing the text as Markdown.
final class Places extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build();

    private final Marks marks;
    private final Map<Integer, Place> places = new HashMap<>();

    private Places(Marks marks) {
        this.marks = marks;
    }

    /// The place of each mark, by its number; a mark that is not among them stands in something
    /// literal.
    static Map<Integer, Place> of(Marks marks) {
        var places = new Places(marks);
        PARSER.parse(marks.text()).accept(places);
        return places.places;
    }

    @Override
    public void visit(Text text) {
        put(text.getLiteral(), Place.of(kindOf(text)));
    }

    private Kind kindOf(Text text) {
        var alone = text.getPrevious() == null && text.getNext() == null;
        if (alone && text.getParent() instanceof Paragraph && marks.isMark(text.getLiteral())) {
            return Kind.PARAGRAPH;
        }
        var last = text.getNext() == null && text.getParent() instanceof Heading;
        return last ? Kind.HEADING : Kind.TEXT;
    }

    @Override
    public void visit(Link link) {
        put(link.getDestination(), new Place(Kind.DESTINATION, link));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        put(image.getDestination(), new Place(Kind.DESTINATION, image));
        visitChildren(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        put(definition.getDestination(), new Place(Kind.DESTINATION, definition));
    }

    @Override
    public void visit(HtmlInline tag) {
        if (!tag.getLiteral().startsWith("<!--")) put(tag.getLiteral(), Place.of(Kind.TAG));
    }

    @Override
    public void visit(HtmlBlock html) {
        var literal = html.getLiteral();
        marks.in(
                literal,
                number -> places.put(number, Place.of(kindIn(literal, marks.mark(number)))));
    }

    private static Kind kindIn(String html, String mark) {
        int at = html.indexOf(mark);
        if (html.lastIndexOf("<!--", at) > html.lastIndexOf("-->", at)) return Kind.LITERAL;
        return html.lastIndexOf('<', at) > html.lastIndexOf('>', at) ? Kind.TAG : Kind.HTML;
    }

    private void put(String part, Place place) {
        marks.in(part, number -> places.put(number, place));
    }

    static boolean isLink(Node node) {
        return node instanceof Link || node instanceof Image;
    }
}
