package dev.byline.text;

/// What is derived from the source of a body: HTML that is safe to show, plain text for search,
/// and the number of words. It is stored beside the source, with the [#VERSION] that made it.
public record Rendering(String html, String text, int words) {
    /// The version of the rules of rendering and sanitising. A change of what comes out raises
    /// it.
    public static final int VERSION = 4;

    /// Silent reading of English non-fiction: Brysbaert, How many words do we read per minute?,
    /// Journal of Memory and Language 109 (2019).
    private static final int WORDS_PER_MINUTE = 238;

    /// Renders the body of an article.
    public static Rendering of(String source, BodyFormat format) {
        return switch (format) {
            case MARKDOWN -> of(Markdown.ARTICLE.toHtml(source));
            case HTML -> of(TagFilter.of(source));
        };
    }

    /// Renders a reader's comment: a small Markdown in which HTML is text.
    public static String ofComment(String source) {
        return Sanitizer.html(Sanitizer.COMMENT.clean(Markdown.COMMENT.toHtml(source)));
    }

    /// Full minutes that reading takes; 0 only where there is nothing to read.
    public static int readingMinutes(int words) {
        return Math.ceilDiv(words, WORDS_PER_MINUTE);
    }

    private static Rendering of(String html) {
        var body = Sanitizer.ARTICLE.clean(html);
        var text = PlainText.of(body);
        return new Rendering(Sanitizer.html(body), text, Words.count(text));
    }
}
