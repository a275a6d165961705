package dev.byline.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// What an element that is left out held apart stays apart: words on both sides of it are no one
/// word, which nobody would find.
final class LeftOut {
    /// What browsers show in lines of its own.
    private static final Evaluator BLOCKS =
            Selector.evaluatorOf(
                    "address, article, center, dialog, fieldset, footer, form, header, hgroup,"
                            + " legend, listing, main, nav, search");

    private static final Evaluator LISTS = Selector.evaluatorOf("menu, dir");

    /// What they show as a box in a line.
    private static final Evaluator BOXES =
            Selector.evaluatorOf(
                    "button, canvas, marquee, meter, noscript, optgroup, option, progress");

    private LeftOut() {}

    /// Makes what the cleaner does not know, and would leave nothing of but its words, something
    /// that it knows. Without attributes, which nobody has looked at.
    static void keepApart(Element document) {
        document.select(BLOCKS).forEach(one -> one.clearAttributes().tagName("div"));
        document.select(LISTS).forEach(one -> one.clearAttributes().tagName("ul"));
        document.select(BOXES).forEach(LeftOut::withBlanks);
    }

    /// Puts blanks around it where letters would meet.
    static void withBlanks(Element element) {
        if (touches(element.previousSibling(), false)) {
            element.before(blank());
        }
        if (touches(element.nextSibling(), true)) {
            element.after(blank());
        }
    }

    /// Removes it with all that is in it, and leaves a blank where letters would meet.
    static void remove(Element element) {
        if (touches(element.previousSibling(), false) && touches(element.nextSibling(), true)) {
            element.before(blank());
        }
        element.remove();
    }

    private static TextNode blank() {
        return new TextNode(" ");
    }

    private static boolean touches(Node neighbour, boolean begins) {
        if (!(neighbour instanceof TextNode words)) {
            return neighbour instanceof Element;
        }
        var text = words.getWholeText();
        return !text.isEmpty()
                && Character.isLetterOrDigit(
                        begins ? text.codePointAt(0) : text.codePointBefore(text.length()));
    }
}
