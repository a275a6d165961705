package dev.byline.body;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.Parser;

/// The pieces of HTML in a document of Markdown, each held to [TagFilter].
final class HtmlPieces {
    private HtmlPieces() {}

    /// A block of HTML that begins with what is text is a paragraph, and so may be what follows
    /// in it: where a `<textarea>` is not closed, all the rest of a document.
    static void readProse(Node document, Parser prose, Findings findings) {
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(HtmlBlock block) {
                        if (TagFilter.isText(block.getLiteral())) {
                            var places = places(block);
                            TagFilter.tellFirst(block.getLiteral(), places, findings);
                            var read = prose.parse(block.getLiteral());
                            move(read, places);
                            while (read.getFirstChild() != null) {
                                block.insertBefore(read.getFirstChild());
                            }
                            block.unlink();
                        }
                    }
                });
    }

    static void filterTags(Node document, Findings findings) {
        var paired = new HashSet<Node>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(HtmlBlock block) {
                        block.setLiteral(TagFilter.of(block.getLiteral(), places(block), findings));
                    }

                    @Override
                    public void visit(HtmlInline tag) {
                        boolean isPaired = InlineTags.pair(tag, paired);
                        var places = places(tag);
                        tag.setLiteral(
                                isPaired
                                        ? TagFilter.placed(tag.getLiteral(), places, findings)
                                        : TagFilter.of(tag.getLiteral(), places, findings));
                    }
                });
    }

    /// What is rendered of links and images bears its place too.
    static void place(Node node, String tag, Map<String, String> attributes) {
        boolean isPlaced = node instanceof Link || node instanceof Image;
        if (isPlaced && !node.getSourceSpans().isEmpty()) {
            int place = node.getSourceSpans().getFirst().getInputIndex();
            attributes.put(Findings.PLACE, Integer.toString(place));
        }
    }

    /// Where in the source the characters of a piece stand: it has a span for each of its lines.
    private static IntUnaryOperator places(Node piece) {
        var spans = piece.getSourceSpans();
        var lines = lineStarts(literal(piece));
        return index -> {
            int found = Arrays.binarySearch(lines, index);
            int line = found >= 0 ? found : -found - 2;
            return spans.isEmpty() ? 0 : place(spans, line, index - lines[line]);
        };
    }

    private static int[] lineStarts(String literal) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, literal.length())
                                .filter(i -> literal.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    private static String literal(Node piece) {
        return switch (piece) {
            case HtmlBlock block -> block.getLiteral();
            case HtmlInline tag -> tag.getLiteral();
            default -> "";
        };
    }

    private static int place(List<SourceSpan> spans, int line, int column) {
        return line < spans.size()
                ? spans.get(line).getInputIndex() + column
                : spans.getLast().getInputIndex();
    }

    private static void move(Node node, IntUnaryOperator places) {
        node.setSourceSpans(
                node.getSourceSpans().stream()
                        .map(
                                span ->
                                        SourceSpan.of(
                                                span.getLineIndex(),
                                                span.getColumnIndex(),
                                                places.applyAsInt(span.getInputIndex()),
                                                span.getLength()))
                        .toList());
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            move(child, places);
        }
    }
}
