package dev.byline.article;

/// The long texts of a revision, each null where it was not asked for. They are fetched apart
/// from the rows of a list, when it is known how many of them fit into a page.
record Bodies(String source, String html, String text) {
    static final Bodies NONE = new Bodies(null, null, null);
}
