package dev.byline.article;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.http.Instants;
import dev.byline.query.Ids;
import dev.byline.query.Listing;
import dev.byline.security.Caller;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which articles a list holds.
record ArticleFilter(
        @Parameter(
                        description = "Those that bear this author, by id or slug.",
                        example = "dani-graham")
                @RestQuery
                String author,
        @Parameter(description = "Those with this tag, by id or slug.", example = "politics")
                @RestQuery
                String tag,
        @Parameter(description = "Those in this language, a tag of BCP 47.", example = "en")
                @RestQuery
                String language,
        @Parameter(
                        description =
                                "Those with this status. All but `published` is for editors, whose lists leave"
                                        + " out the trash unless it is asked for.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "draft",
                                            "scheduled",
                                            "published",
                                            "withdrawn",
                                            "trashed"
                                        }))
                @RestQuery
                String status,
        @Parameter(
                        description =
                                "Those first published at or after this instant, or this day in UTC.",
                        example = "2014-01-01")
                @RestQuery
                String publishedAfter,
        @Parameter(
                        description =
                                "Those first published before this instant, or this day in UTC.",
                        example = "2030-01-01")
                @RestQuery
                String publishedBefore) {
    private static final String RELATED =
            """
            exists (select 1 from revision_%1$s j join %1$s x on x.id = j.%1$s_id
            where j.revision_id = r.id and x.%2$s = ?)""";

    void narrow(Listing list, Viewpoint viewpoint, Caller caller) {
        related(list, "author", author);
        related(list, "tag", tag);
        if (language != null) {
            list.and("r.language = ?", language);
        }
        status(list, viewpoint, caller);
        instant(list, "publishedAfter", publishedAfter, "a.published_at >= ?");
        instant(list, "publishedBefore", publishedBefore, "a.published_at < ?");
    }

    private static void related(Listing list, String noun, String value) {
        if (value == null) {
            return;
        }
        var id = Ids.parse(value);
        list.and(
                RELATED.formatted(noun, id.isPresent() ? "id" : "slug"),
                id.<Object>map(uuid -> uuid).orElse(value));
    }

    private void status(Listing list, Viewpoint viewpoint, Caller caller) {
        var asked = status == null ? null : parse(status);
        if (asked != null && asked != ArticleStatus.PUBLISHED) {
            Viewpoint.demandEditor(caller, "status=" + status);
        }
        if (viewpoint.live()) {
            if (asked != null && asked != ArticleStatus.PUBLISHED) {
                throw INVALID_PARAMETER.because(
                        "What is live is published: status=" + status + " excludes it.");
            }
        } else {
            list.and(asked == null ? "a.trashed_at is null" : asked.condition);
        }
    }

    private static ArticleStatus parse(String status) {
        return ArticleStatus.of(status)
                .orElseThrow(
                        () ->
                                INVALID_PARAMETER.because(
                                        "status must be one of "
                                                + Arrays.stream(ArticleStatus.values())
                                                        .map(ArticleStatus::text)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static void instant(Listing list, String name, String value, String condition) {
        if (value != null) {
            list.and(
                    condition,
                    Instants.parseOrDate(value)
                            .orElseThrow(
                                    () ->
                                            INVALID_PARAMETER.because(
                                                    name
                                                            + " must be an instant such as 2026-11-24T08:00:00Z,"
                                                            + " or a date such as 2026-11-24.")));
        }
    }
}
