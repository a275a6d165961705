package dev.byline.importer.body;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown and HTML for what a shortcode means.
final class Markup {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]*_`<&~]");
    private static final Pattern LINE_END = Pattern.compile("\\h*+\\R\\s*+");
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().omitSingleParagraphP(true).build();

    private Markup() {}

    static String image(Meaning.Picture picture) {
        return "![" + escaped(picture.alt()) + "](" + picture.address() + ")";
    }

    static String htmlImage(Meaning.Picture picture) {
        return "<img src=\"" + html(picture.address()) + "\" alt=\"" + html(picture.alt()) + "\">";
    }

    /// On one line, for a blank line would end a block of HTML.
    static String figure(Meaning.Picture picture) {
        var caption = RENDERER.render(PARSER.parse(picture.caption())).strip().replace('\n', ' ');
        return "<figure>%s<figcaption>%s</figcaption></figure>"
                .formatted(htmlImage(picture), caption);
    }

    static String link(Meaning.Link link) {
        return "[" + escaped(link.text()) + "](" + link.address() + ")";
    }

    static String htmlLink(Meaning.Link link) {
        return "<a href=\"" + html(link.address()) + "\">" + html(link.text()) + "</a>";
    }

    static String quotation(Meaning.Quotation quotation) {
        var quoted = "> " + quotation.text().strip().replace("\n", "\n> ");
        if (quotation.source() == null) return quoted;
        return quoted + "\n>\n> — " + quotation.source().strip().replace("\n", "\n> ");
    }

    /// A code span (CommonMark 0.31.2, 6.1), its fence longer than any run of backticks within.
    static String code(String source) {
        var line = line(source);
        var fence = "`";
        while (line.contains(fence)) fence += "`";
        var padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + padding + line + padding + fence;
    }

    static String htmlCode(String source) {
        return "<code>" + html(line(source)) + "</code>";
    }

    /// A blank line would end the paragraph, and a line that begins with `>}}` be a quote.
    private static String line(String source) {
        return LINE_END.matcher(source).replaceAll(" ");
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0").replaceAll("\\s+", " ");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
