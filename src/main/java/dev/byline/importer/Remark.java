package dev.byline.importer;

/// What may happen to a file on the way into Byline, in the order in which the report tells it.
/// What is lost comes before what is only put differently.
enum Remark {
    SHORTCODE_SHOWN(
            "Shortcodes that Byline cannot render, left as visible text, and no link where they were one"),
    LITERAL("Shortcodes within code or comments, left as they are"),
    REFERENCE_SHOWN("References to what is not in the folder, left as visible text, and no link"),
    ALIAS("Old addresses not taken"),
    FIELD("Front matter that Byline has no place for, not taken"),
    FIELD_TWICE("Front matter with a field twice, of which the last was taken"),
    AUTHOR_MADE("Authors without a file: those that Byline did not have are made from their slug"),
    TAG_MADE("Topics without a file: those that Byline did not have are made from their slug"),
    DRAFT("Published in Byline, a draft in the file: the published revision stays"),
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
    SHORTCODE("Shortcodes, turned into Markdown or HTML"),
    EXPIRY(
            "expirydate, not taken: it told the editors when to look again, not readers when to stop");

    final String heading;

    Remark(String heading) {
        this.heading = heading;
    }
}
