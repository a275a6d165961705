package dev.byline.importer.body;

import dev.byline.importer.report.Remark;

/// What a shortcode stands for, whatever place in a text it is found at.
sealed interface Meaning {

    /// Where it leads to, or null where it leads nowhere.
    default String address() {
        return null;
    }

    /// @param caption Markdown, or null
    record Picture(String address, String alt, String caption) implements Meaning {}

    /// A link whose text the shortcode brings along.
    record Link(String address, String text) implements Meaning {}

    /// A bare address, that the text around it makes a link of.
    record Address(String address) implements Meaning {}

    /// @param text Markdown
    /// @param source Markdown: who said it; or null
    record Quotation(String text, String source) implements Meaning {}

    /// The beginning or the end of a passage set apart from the text around it.
    record Aside(boolean end) implements Meaning {}

    /// Nothing that Byline can render: the source itself is shown.
    record Unknown(Remark remark) implements Meaning {}
}
