package dev.byline.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the rendering of a body took out of it or changed, and where that stands in the source.
@Schema(
        name = "BodyWarning",
        description = "What was taken out of a body or changed in it when it was rendered.")
public record BodyWarning(
        @Schema(description = "Which property it is about, as a JSON Pointer.", examples = "/body")
                String pointer,
        @Schema(
                        description =
                                "The element, attribute or address, as far as it has 200 characters.",
                        examples = "<font>")
                String what,
        @Schema(
                        description = "The line of the source where its element begins, from 1.",
                        minimum = "1",
                        examples = "3")
                int line,
        @Schema(
                        description = "The characters before it in the source.",
                        minimum = "0",
                        examples = "42")
                int offset,
        @Schema(
                        description =
                                "Why. `more` stands at the end of the list where there are more than 100, and says how many.",
                        enumeration = {
                            "element-not-allowed",
                            "element-removed",
                            "element-misplaced",
                            "attribute-not-allowed",
                            "value-not-allowed",
                            "address-not-allowed",
                            "embed-became-link",
                            "tag-became-text",
                            "comment-removed",
                            "cell-removed",
                            "not-referred-to",
                            "markup-not-read",
                            "more"
                        },
                        examples = "element-not-allowed")
                String reason,
        @Schema(
                        description = "The same in a sentence.",
                        examples =
                                "This element is not allowed in bodies: it was left out, and what is in it stays.")
                String detail) {

    /// Why something does not come out as it was written.
    enum Reason {
        ELEMENT_NOT_ALLOWED(
                "This element is not allowed in bodies: it was left out, and what is in it stays."),
        ELEMENT_REMOVED("This element was left out, with all that is in it."),
        ELEMENT_MISPLACED("HTML has no such element in this place: its tag was left out."),
        ATTRIBUTE_NOT_ALLOWED("This attribute is not allowed on this element: it was left out."),
        VALUE_NOT_ALLOWED(
                "This attribute has a value that is not allowed: it was left out, or what of it is not."),
        ADDRESS_NOT_ALLOWED("This address is not allowed in this place: it was left out."),
        EMBED_BECAME_LINK(
                "What is at this address may not be embedded: a link to it stands in its place."),
        TAG_BECAME_TEXT(
                "This tag would hide what follows it, or does not end: it is shown as text. Put code"
                        + " between backticks, or close the element."),
        COMMENT_REMOVED("Comments, declarations and instructions are left out."),
        CELL_REMOVED(
                "A row ends with the last column of its table: what stands behind it was left out. A | in a"
                        + " cell is written \\|."),
        NOT_REFERRED_TO(
                "Nothing in the text refers to this note or address, or it stands there before: nobody"
                        + " sees it."),
        MARKUP_NOT_READ(
                "There is more markup than any article has: it is shown as it was written."),
        MORE("There are more of these, which are not listed.");

        final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
