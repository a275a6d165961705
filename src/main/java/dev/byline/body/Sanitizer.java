package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Makes the HTML of articles safe to show: what [Allowed] does not name does not get through.
///
/// The result is parsed HTML written anew, so a browser reads the tree that was checked. Foreign
/// content (SVG, MathML) goes with all that is in it, because a second parser may see other
/// elements there than the first (mutation XSS).
final class Sanitizer {
    /// Where the nesting ends; browsers end it at 512.
    private static final int MAX_DEPTH = 128;

    /// Lets relative addresses be checked like absolute ones; it never reaches the output.
    static final String BASE = "https://relative.invalid/";

    /// What has no text to keep when it is left out.
    private static final Evaluator LEFT_OUT_WHOLLY =
            Selector.evaluatorOf(
                    "svg, math, template, title, textarea, select, datalist, input:not([type=checkbox])");

    /// Whether they are closed, positions alone tell.
    private static final Pattern PLAYERS =
            Pattern.compile("<(?:video|audio)", Pattern.CASE_INSENSITIVE);

    private static final Evaluator STRIKE = Selector.evaluatorOf("strike");
    private static final Evaluator POINTLESS =
            Selector.evaluatorOf("img:not([src]), a:not([href]):not([id])");

    private static final Safelist ALLOWED = Allowed.inArticles();
    private static final Cleaner CLEANER = new Cleaner(ALLOWED);

    private Sanitizer() {}

    /// The body element of a document that has nothing in it but what is allowed.
    static Element clean(String html, Findings findings) {
        var dirty =
                Parser.htmlParser()
                        .setMaxDepth(MAX_DEPTH)
                        .setTrackPosition(PLAYERS.matcher(html).find())
                        .parseInput(bounded(html, findings), BASE);
        findings.read(dirty);
        dirty.select(LEFT_OUT_WHOLLY).forEach(one -> remove(one, findings));
        dirty.select(STRIKE).tagName("s");
        Embeds.settle(dirty, findings);
        new Screening(ALLOWED, findings).of(dirty);
        LeftOut.keepApart(dirty);
        var clean = CLEANER.clean(dirty);
        clean.outputSettings(asIs());
        clean.select(POINTLESS).forEach(Element::unwrap);
        Embeds.finish(clean.body());
        var read = asRead(clean.body());
        UniqueIds.distinguish(read);
        return read;
    }

    private static String bounded(String html, Findings findings) {
        if (Bounds.areKeptByHtml(html)) {
            return html;
        }
        findings.add(0, "the whole body", Reason.MARKUP_NOT_READ);
        return Bounds.asWritten(Findings.withoutPlaces(html));
    }

    private static void remove(Element element, Findings findings) {
        findings.add(element, Findings.tag(element.normalName()), Reason.ELEMENT_REMOVED);
        LeftOut.remove(element);
    }

    /// What was left out may have held apart what cannot stand in each other, such as two
    /// paragraphs: the tree as a browser will read it is the one to go on with.
    private static Element asRead(Element body) {
        var read = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(body.html(), BASE);
        read.outputSettings(asIs());
        return read.body();
    }

    /// A parser drops white space before the first element of a body.
    static String html(Element body) {
        return body.html().strip();
    }

    private static Document.OutputSettings asIs() {
        return new Document.OutputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.base);
    }
}
