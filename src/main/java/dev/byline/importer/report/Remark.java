package dev.byline.importer.report;

/// What may happen to a file on the way into Byline, in the order in which the report tells it.
/// What readers may not see comes first; what is lost comes before what is only put differently.
public enum Remark {
    HIDDEN(
            "Not for all readers, by the file, its place or a field that is not known: articles are drafts"),
    DRAFT(
            "Published in Byline, and not for readers by the file: what they have stays until it is withdrawn"),
    WITHDRAWN("Withdrawn in Byline, where the new text is a draft; --overwrite publishes it"),
    UNPLANNED(
            "Planned in Byline, and not for readers by the file: the plan was dropped, and what is live ends with it"),
    ENDED("Expired by the file, and so not for readers any more; --buildExpired publishes them"),
    PLANNED("For readers at another time: published from or until what the file says"),
    EXPIRED("Expired by the file, and published all the same because of --buildExpired"),
    SHORTCODE_SHOWN(
            "Shortcodes that Byline cannot render, left as visible text, and no link where they were one"),
    LITERAL("Shortcodes within code or comments, left as they are"),
    REFERENCE_AMBIGUOUS(
            "References to a name that more than one file has, left as visible text, and no link"),
    REFERENCE_SHOWN("References to what is not in the folder, left as visible text, and no link"),
    ALIAS("Old addresses not taken"),
    FIELD("Front matter that Byline has no place for, not taken"),
    FIELD_TWICE("Front matter with a field twice, of which the last was taken"),
    AUTHOR_MADE(
            "Authors without a file: those that Byline did not have are made, named as written here; readers see them"),
    TAG_MADE(
            "Topics without a file: those that Byline did not have are made, named as written here; readers see them"),
    RESCHEDULED(
            "Published in Byline at another date than in the file: the first publication stays"),
    UNVERSIONED("Changed in what leaves no revision, such as old addresses: sent again each time"),
    TRASHED("In Byline's trash, where they stay"),
    LEAD("Blank lines or a byte order mark before the front matter, passed over"),
    SLUG("Slugs taken from the file's name or put into Byline's form"),
    TERM("Authors and topics put into Byline's form"),
    REPEATED("Authors and topics named twice, taken once"),
    ENTITIES("HTML entities decoded, where Byline keeps plain text"),
    OFFSET("Dates without an offset, taken as UTC"),
    FORMER_SLUG("Old addresses, kept as former slugs"),
    CANONICAL("redirectto, kept as the canonical address"),
    PROFILE("An author's agency and GitHub account, kept as biography, link and picture"),
    HEADING("Ids of headings, turned into anchors"),
    REFERENCE("References, turned into links"),
    SHORTCODE("Shortcodes, turned into Markdown or HTML");

    public final String heading;

    Remark(String heading) {
        this.heading = heading;
    }
}
