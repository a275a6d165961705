package dev.byline.importer.body;

import org.commonmark.node.Node;

/// What a shortcode stands in, and so what may take its place.
///
/// @param link the Markdown link or image, where the kind is `DESTINATION`
record Place(Kind kind, Node link) {
    enum Kind {
        /// A paragraph of its own.
        PARAGRAPH,
        /// Running text.
        TEXT,
        /// At the end of a heading.
        HEADING,
        /// The destination of a Markdown link or image.
        DESTINATION,
        /// Between the tags of an HTML block.
        HTML,
        /// Within an HTML tag.
        TAG,
        /// Code, a comment, the title of a link: nothing may take its place.
        LITERAL
    }

    static Place of(Kind kind) {
        return new Place(kind, null);
    }
}
