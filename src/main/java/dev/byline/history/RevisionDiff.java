package dev.byline.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.diff.TextDiff;
import dev.byline.reading.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one revision says otherwise than another, field by field.
@Schema(name = "RevisionDiff", description = "What one revision says otherwise than another.")
public record RevisionDiff(
        @Schema(
                        description = "Null where it is the first, and compared with nothing.",
                        nullable = true)
                RevisionSummary before,
        RevisionSummary after,
        @Schema(description = "One of each field that is another; none where they say the same.")
                List<Changed> changes) {

    /// A field that is another.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ChangedField",
            description =
                    "A field that is another: the body has `operations`, authors and tags have `removed` and `added`, all"
                            + " else `before` and `after`.")
    record Changed(
            @Schema(description = "Its name, or its path, such as `cover.alt`.", examples = "title")
                    String field,
            @Schema(description = "What it said; left out where it said nothing.") String before,
            @Schema(description = "What it says; left out where it says nothing.") String after,
            @Schema(description = "What becomes of the body, by words.")
                    List<TextDiff.Operation> operations,
            @Schema(description = "Those that are there no more.") List<Reference> removed,
            @Schema(
                            description =
                                    "Those that were not there. None, and none removed, where their order alone is"
                                            + " another.")
                    List<Reference> added) {
        static Changed text(String field, String before, String after) {
            return new Changed(field, before, after, null, null, null);
        }

        static Changed body(List<TextDiff.Operation> operations) {
            return new Changed(Written.BODY, null, null, operations, null, null);
        }

        static Changed list(String field, List<Reference> before, List<Reference> after) {
            return new Changed(
                    field, null, null, null, without(before, after), without(after, before));
        }

        private static List<Reference> without(List<Reference> these, List<Reference> those) {
            return these.stream().filter(one -> !those.contains(one)).toList();
        }
    }

    /// @param before null for nothing
    static RevisionDiff of(Written before, Written after) {
        var changes = new ArrayList<Changed>();
        var was = before == null ? Written.NOTHING : before;
        was.fieldsOf(after).forEach(field -> changes.addAll(text(field, was, after).toList()));
        after.lists()
                .forEach(
                        (field, list) -> {
                            var other = was.lists().getOrDefault(field, List.of());
                            if (!list.equals(other)) {
                                changes.add(Changed.list(field, other, list));
                            }
                        });
        return new RevisionDiff(
                before == null ? null : RevisionSummary.of(before.revision()),
                RevisionSummary.of(after.revision()),
                changes);
    }

    private static Stream<Changed> text(String field, Written before, Written after) {
        var was = before.texts().get(field);
        var is = after.texts().get(field);
        if (Objects.equals(was, is)) {
            return Stream.of();
        }
        return Stream.of(
                field.equals(Written.BODY)
                        ? Changed.body(
                                TextDiff.words(
                                        Objects.requireNonNullElse(was, ""), is, after.markup()))
                        : Changed.text(field, was, is));
    }
}
