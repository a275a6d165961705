package dev.byline.body;

import dev.byline.text.Words;
import java.util.List;

/// What is derived from the source of a body: HTML that is safe to show, plain text for search,
/// and the number of words, which are stored beside the source with the [#VERSION] that made them;
/// and what was taken out, for whoever wrote it.
public record Rendering(String html, String text, int words, List<BodyWarning> warnings) {
    /// The version of the rules of rendering and sanitising. A change of what comes out raises
    /// it.
    public static final int VERSION = 6;

    /// Silent reading of English non-fiction: Brysbaert, How many words do we read per minute?,
    /// Journal of Memory and Language 109 (2019).
    private static final int WORDS_PER_MINUTE = 238;

    /// Renders the body of an article.
    public static Rendering of(String source, BodyFormat format) {
        var findings = new Findings();
        var html =
                switch (format) {
                    case MARKDOWN -> Markdown.toHtml(source, findings);
                    case HTML -> TagFilter.of(source, index -> index, findings);
                };
        var body = Sanitizer.clean(html, findings);
        var text = PlainText.of(body);
        return new Rendering(Sanitizer.html(body), text, Words.count(text), findings.in(source));
    }

    /// Renders a reader's comment: a small Markdown in which HTML is text.
    public static String ofComment(String source) {
        return CommentMarkdown.toHtml(source);
    }

    /// Full minutes that reading takes; 0 only where there is nothing to read.
    public static int readingMinutes(int words) {
        return Math.ceilDiv(words, WORDS_PER_MINUTE);
    }
}
