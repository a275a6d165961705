package dev.byline.revision;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The long texts of a revision, each null where it was not asked for. For a list they are
/// fetched apart from its rows, when it is known how many of them fit into a page.
public record Bodies(String source, String html, String text) {
    public static final Bodies NONE = new Bodies(null, null, null);

    /// Of the columns that [dev.byline.reading.ArticleFields#bodies] selects.
    public static Bodies of(ResultSet row) throws SQLException {
        return new Bodies(
                row.getString("body"), row.getString("body_html"), row.getString("body_text"));
    }
}
