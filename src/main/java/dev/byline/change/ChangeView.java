package dev.byline.change;

import static dev.byline.identity.Audience.ADMINISTRATORS;
import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.list.Listed;
import dev.byline.list.Slice;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An entry of the change log as editors get it.
@Schema(name = "Change", description = "An entry of the change log. It never changes.")
record ChangeView(
        @Property(sql = "g.id", sort = true, filter = VALUE)
                @Schema(
                        description =
                                "Its place in the log: a later entry has a higher one. Numbers may be missing.",
                        minimum = "1",
                        examples = "4711")
                long position,
        @Property(sql = "g.act", filter = VALUE)
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
        @Property(sql = "g.origin", audience = ADMINISTRATORS)
                @JsonInclude(Include.NON_NULL)
                @Schema(
                        description =
                                "For administrators alone: the address from which the request came.",
                        examples = "192.0.2.7")
                String origin,
        @Property(sql = "g.at", filter = VALUE)
                @Schema(
                        description =
                                "When it was done; of what time did, the instant on the timeline.")
                Instant at,
        @Property(sql = "g.revision_before", filter = VALUE)
                @Schema(
                        description =
                                "The number of the revision before: that which readers got, of a publication and what"
                                        + " time does, else the newest. Null for none. Before and after are the same where an autosave"
                                        + " went into it, or one was saved on purpose.",
                        nullable = true,
                        minimum = "1",
                        examples = "2")
                Integer revisionBefore,
        @Property(sql = "g.revision_after", filter = VALUE)
                @Schema(
                        description = "Likewise after it.",
                        nullable = true,
                        minimum = "1",
                        examples = "3")
                Integer revisionAfter) {

    static final Properties<ChangeView> PROPERTIES = Properties.of(ChangeView.class);

    /// Where they come from.
    static final String ROWS = "change g left join account w on w.id = g.account_id";

    @Schema(name = "ChangeSubject", description = "What it was done to. It may be gone since.")
    record Subject(
            @Property(sql = "g.subject_type", filter = VALUE) @Schema(examples = "article")
                    String type,
            @Property(sql = "g.subject_id", filter = VALUE) UUID id) {}

    @Schema(name = "ChangeBy", description = "The account that did it.")
    record By(
            @Property(sql = "g.account_id", filter = VALUE) UUID id,
            @Property(sql = "w.name", filter = PARTS_READ)
                    @JsonInclude(Include.NON_NULL)
                    @Schema(
                            description = "Left out where the account was deleted since.",
                            examples = "Newsroom")
                    String name,
            @Property(sql = "g.token_id", filter = VALUE, audience = ADMINISTRATORS)
                    @JsonInclude(Include.NON_NULL)
                    @Schema(
                            description =
                                    "For administrators: the token by which it was done. Left out where none was, or it was not"
                                            + " noted yet.")
                    UUID token) {}

    /// A page of the log.
    @Schema(name = "ChangeList", description = "A page of the change log.")
    record Page(
            List<ChangeView> data,
            Slice.Page page,
            @Schema(
                            description =
                                    "The cursor for `after` with which to come back for what follows, at the end of the"
                                            + " log too.")
                    String resumeAfter)
            implements Listed {}
}
