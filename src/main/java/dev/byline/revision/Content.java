package dev.byline.revision;

import dev.byline.body.BodyFormat;
import dev.byline.record.Components;
import dev.byline.sql.Columns;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What an article says at one time: everything of a revision that was written and not derived, but
/// for [the authors and tags it names][TermIds]. Each component is a column of `revision`, and what
/// [ArticleInput] takes under its name.
@Embeddable
public record Content(
        @Searched(weight = 'A') String title,
        @Searched(weight = 'B') String summary,
        @Searched(weight = 'D', rendered = true) String body,
        @Enumerated(EnumType.STRING) BodyFormat bodyFormat,
        String language,
        @JdbcTypeCode(SqlTypes.JSON) Cover cover,
        @JdbcTypeCode(SqlTypes.JSON) Seo seo,
        String canonicalUrl) {
    static final Components<Content> COMPONENTS = Components.of(Content.class);
    static final Columns<Content> COLUMNS = Columns.of(COMPONENTS);
}
