package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/// Tells of the words that Markdown itself shows nobody: the cells of a row beyond the last column
/// of its table, and notes and addresses that nothing refers to.
final class Unshown extends AbstractVisitor {
    private final String source;
    private final Findings findings;

    private final Map<String, Node> notes = new HashMap<>();
    private final Set<String> marks = new HashSet<>();
    private final List<LinkReferenceDefinition> addresses = new ArrayList<>();
    private final Set<Target> targets = new HashSet<>();

    /// All that a link keeps of the definition that it refers to.
    private record Target(String address, String title) {}

    private Unshown(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    static void tell(Node document, String source, Findings findings) {
        var unshown = new Unshown(source, findings);
        document.accept(unshown);
        unshown.notes.keySet().removeAll(unshown.marks);
        unshown.notes.forEach((name, note) -> unshown.unreferenced(note, "[^" + name + "]"));
        for (var one : unshown.addresses) {
            if (!unshown.targets.contains(new Target(one.getDestination(), one.getTitle()))) {
                unshown.unreferenced(one, "[" + one.getLabel() + "]");
            }
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof FootnoteDefinition note
                && notes.putIfAbsent(name(note.getLabel()), note) != null) {
            unreferenced(note, "[^" + note.getLabel() + "]");
        }
        super.visit(block);
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case FootnoteReference mark -> marks.add(name(mark.getLabel()));
            case TableRow row -> cells(row);
            default -> {}
        }
        super.visit(node);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        addresses.add(definition);
    }

    @Override
    public void visit(Link link) {
        targets.add(new Target(link.getDestination(), link.getTitle()));
        super.visit(link);
    }

    @Override
    public void visit(Image image) {
        // a mark in what is said of it shows no note
        targets.add(new Target(image.getDestination(), image.getTitle()));
    }

    private static String name(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private void unreferenced(Node definition, String what) {
        definition.getSourceSpans().stream()
                .findFirst()
                .ifPresent(
                        span -> findings.add(span.getInputIndex(), what, Reason.NOT_REFERRED_TO));
    }

    private void cells(TableRow row) {
        int columns = 0;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++;
        }
        for (var span : row.getSourceSpans()) {
            int end = span.getInputIndex() + span.getLength();
            int rest = behind(columns, span.getInputIndex(), end);
            if (rest < end) {
                findings.add(rest, source.substring(rest, end).strip(), Reason.CELL_REMOVED);
            }
        }
    }

    /// Where in a line what stands behind so many cells begins, or its end where that is nothing.
    private int behind(int columns, int begin, int end) {
        int at = begin;
        while (at < end && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        int left = columns;
        for (at += at < end && source.charAt(at) == '|' ? 1 : 0; at < end && left > 0; at++) {
            left -= source.charAt(at) == '|' ? 1 : 0;
            at += source.startsWith("\\|", at) ? 1 : 0;
        }
        while (at < end
                && (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '|')) {
            at++;
        }
        return at;
    }
}
