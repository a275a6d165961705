package dev.byline.importer.body;

import dev.byline.importer.body.Meaning.Address;
import dev.byline.importer.body.Meaning.Aside;
import dev.byline.importer.body.Meaning.Link;
import dev.byline.importer.body.Meaning.Picture;
import dev.byline.importer.body.Meaning.Quotation;
import dev.byline.importer.body.Meaning.Unknown;
import java.util.regex.Pattern;

/// Puts into the place of each mark what it means, in the form that the place takes: Markdown in
/// running text, HTML in HTML, a bare address in a link.
final class Replacer {
    private final String text;
    private final Edits edits;

    Replacer(String text, Edits edits) {
        this.text = text;
        this.edits = edits;
    }

    String result() {
        return edits.apply(text);
    }

    void put(String mark, String replacement) {
        int at = text.indexOf(mark);
        edits.replace(at, at + mark.length(), replacement);
    }

    /// False where the meaning has no form for the place.
    boolean replace(String mark, Place place, Meaning meaning) {
        var replacement =
                switch (place.kind()) {
                    case PARAGRAPH -> inParagraph(mark, meaning);
                    case TEXT, HEADING -> inText(mark, meaning);
                    case HTML -> inHtml(mark, meaning);
                    case DESTINATION, TAG -> meaning.address();
                    case LITERAL -> null;
                };
        if (replacement == null) return false;
        put(mark, replacement);
        return true;
    }

    private String inParagraph(String mark, Meaning meaning) {
        return switch (meaning) {
            case Picture picture when picture.caption() != null ->
                    Markup.figure(picture) + blankLineAfter(mark);
            case Quotation quotation -> Markup.quotation(quotation);
            default -> inText(mark, meaning);
        };
    }

    private String inText(String mark, Meaning meaning) {
        return switch (meaning) {
            case Picture picture when picture.caption() != null ->
                    Markup.image(picture) + " " + picture.caption();
            case Picture picture -> Markup.image(picture);
            case Link link -> Markup.link(link);
            case Address(var address) -> "[" + address + "](" + address + ")";
            case Aside(var end) -> end ? "\n\n</aside>" + blankLineAfter(mark) : "<aside>\n\n";
            case Quotation _, Unknown _ -> null;
        };
    }

    private String inHtml(String mark, Meaning meaning) {
        // a Markdown link that an HTML block has swallowed is text, and stays one
        if (text.startsWith("](", text.indexOf(mark) - 2)) return meaning.address();
        return switch (meaning) {
            case Picture picture when picture.caption() != null -> Markup.figure(picture);
            case Picture picture -> Markup.htmlImage(picture);
            case Link link -> Markup.htmlLink(link);
            case Address(var address) -> Markup.htmlLink(new Link(address, address));
            case Aside _, Quotation _, Unknown _ -> null;
        };
    }

    /// A block of HTML ends with a blank line only (CommonMark 0.31.2, 4.6): one is put where
    /// none follows.
    private String blankLineAfter(String mark) {
        var rest = text.substring(text.indexOf(mark) + mark.length());
        return Pattern.compile("\\A[ \\t]*(\\r?\\n[ \\t]*(\\r?\\n|\\z)|\\z)").matcher(rest).find()
                ? ""
                : "\n\n";
    }

    /// Shows the source of a shortcode to readers, whatever it stands in.
    ///
    /// @return what it took the place of: more than the source where that was a link's
    /// destination
    String show(String mark, Place place, String source) {
        return switch (place.kind()) {
            case PARAGRAPH, TEXT, HEADING -> shown(mark, source, Markup.code(source));
            case HTML -> shown(mark, source, Markup.htmlCode(source));
            case DESTINATION -> showBesideLink(mark, place, source);
            case TAG -> showBeforeText(mark, source);
            case LITERAL -> shown(mark, source, source);
        };
    }

    private String shown(String mark, String source, String replacement) {
        put(mark, replacement);
        return source;
    }

    /// `[text](…)` becomes `text (…)`: a link that leads nowhere is none.
    private String showBesideLink(String mark, Place place, String source) {
        if (!Places.isLink(place.link())) return shown(mark, source, source);
        var spans = place.link().getSourceSpans();
        int start = spans.getFirst().getInputIndex();
        int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
        int afterText = text.lastIndexOf("](", text.indexOf(mark));
        edits.replace(start, start + (text.startsWith("![", start) ? 2 : 1), "");
        edits.replace(afterText, end, " (" + Markup.code(source) + ")");
        return text.substring(afterText, end).replace(mark, source);
    }

    /// `<a href="…">text` becomes `<a>… text`: the attribute goes, and its value is text.
    private String showBeforeText(String mark, String source) {
        int at = text.indexOf(mark);
        var attribute =
                Pattern.compile("\\s+[\\w-]+\\s*=\\s*([\"']?)" + Pattern.quote(mark) + "\\1")
                        .matcher(text)
                        .region(text.lastIndexOf('<', at), text.length());
        int close = text.indexOf('>', at) + 1;
        if (close == 0 || !attribute.find()) return shown(mark, source, source);
        edits.replace(attribute.start(), attribute.end(), "");
        edits.replace(close, close, Markup.htmlCode(source) + " ");
        return attribute.group().replace(mark, source);
    }
}
