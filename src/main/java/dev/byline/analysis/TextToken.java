package dev.byline.analysis;

/// A word of a text, and where it stands in it, in UTF-16 code units.
///
/// @param signed where it ends with the signs that make another word of it, as `C++` is not `C`;
/// [#end] where it has none
public record TextToken(Kind kind, int start, int end, int signed) {
    enum Kind {
        /// Letters, digits and the marks on them.
        WORD,
        /// Two neighbours in a script without blanks between words. The last of a run stands for
        /// itself as well, so that each is found by its beginning.
        PAIR,
        LAST,
        EMOJI
    }

    String text(String source) {
        return source.substring(start, end);
    }
}
