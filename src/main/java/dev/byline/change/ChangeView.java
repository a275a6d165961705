package dev.byline.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.list.Slice;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An entry of the change log as editors get it.
///
/// @param by null for readers and for what time does
/// @param origin null for all but administrators
@Schema(name = "Change", description = "An entry of the change log. It never changes.")
record ChangeView(
        @Schema(
                        description =
                                "Its place in the log: a later entry has a higher one. Numbers may be missing.",
                        minimum = "1",
                        examples = "4711")
                long position,
        @Schema(
                        description =
                                "The kind of thing, and what was done to it. More acts may come with a later version.",
                        pattern = "^[a-z]+\\.[a-z]+(-[a-z]+)*$",
                        examples = "article.published")
                String act,
        Subject subject,
        @JsonInclude(Include.NON_NULL)
                @Schema(description = "Left out where it was a reader, or time alone.")
                By by,
        @JsonInclude(Include.NON_NULL)
                @Schema(
                        description =
                                "For administrators alone: the address from which the request came.",
                        examples = "192.0.2.7")
                String origin,
        @Schema(description = "When it was done; of what time did, the instant on the timeline.")
                Instant at,
        @Schema(
                        description =
                                "The number of the revision before: that which readers got, of a publication and what"
                                        + " time does, else the newest. Null for none.",
                        nullable = true,
                        minimum = "1",
                        examples = "2")
                Integer revisionBefore,
        @Schema(description = "Likewise after it.", nullable = true, minimum = "1", examples = "3")
                Integer revisionAfter) {

    static final String COLUMNS =
            """
            g.id as position, g.act, g.subject_type, g.subject_id, g.account_id, w.name, g.origin, g.at,
            g.revision_before, g.revision_after""";

    /// Where those columns come from.
    static final String ROWS = "change g left join account w on w.id = g.account_id";

    @Schema(name = "ChangeSubject", description = "What it was done to. It may be gone since.")
    record Subject(@Schema(examples = "article") String type, UUID id) {}

    @Schema(name = "ChangeBy", description = "The account that did it.")
    record By(
            UUID id,
            @JsonInclude(Include.NON_NULL)
                    @Schema(
                            description = "Left out where the account was deleted since.",
                            examples = "Newsroom")
                    String name) {}

    /// A page of the log.
    @Schema(name = "ChangeList", description = "A page of the change log.")
    record Page(
            List<ChangeView> data,
            Slice.Page page,
            @Schema(
                            description =
                                    "The cursor for `after` with which to come back for what follows, at the end of the"
                                            + " log too.")
                    String resumeAfter) {}

    static ChangeView of(ResultSet row, boolean withOrigin) throws SQLException {
        var account = Reads.id(row, "account_id");
        return new ChangeView(
                row.getLong("position"),
                row.getString("act"),
                new Subject(row.getString("subject_type"), Reads.id(row, "subject_id")),
                account == null ? null : new By(account, row.getString("name")),
                withOrigin ? row.getString("origin") : null,
                Reads.instant(row, "at"),
                Reads.number(row, "revision_before"),
                Reads.number(row, "revision_after"));
    }
}
