package dev.byline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An error as the API tells it: problem details of RFC 9457 with a stable `code`, and for
/// input the places that are wrong.
@Schema(name = "Problem", description = "What went wrong, as problem details (RFC 9457).")
public record Problem(
        @Schema(
                        description = "A page of this server that explains the problem.",
                        format = "uri-reference",
                        examples = "/problems/invalid")
                String type,
        @Schema(examples = "The content breaks a rule") String title,
        @Schema(
                        description = "The HTTP status.",
                        minimum = "400",
                        maximum = "599",
                        examples = "422")
                int status,
        @Schema(
                        description = "What is wrong in this very request.",
                        examples = "title must not be blank")
                String detail,
        @Schema(
                        description = "The stable name of the problem, for programs.",
                        pattern = "^[a-z-]+$",
                        examples = "invalid")
                String code,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The places in the body, or in a parameter, that are wrong.")
                List<Fault> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "With 412: the ETag of the version now, for If-Match.",
                        examples = "\"7\"")
                String current,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "With 412 on a story, for whoever may read drafts: what became of it since.")
                ChangedSince since,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "With edit-conflict: each place that both edits changed, with both sides.")
                List<EditConflict> conflicts,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "With in-use: how many articles refer to it.",
                        examples = "12")
                Long articles,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "With batch-failed: the operation that was refused.")
                FailedPart failed,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "With 500: the number of the fault, also in the server's log.",
                        format = "uri")
                String instance) {

    /// One wrong place: of the body, or of the text of a parameter.
    @Schema(
            name = "Fault",
            description =
                    "One wrong place: in the body, which has a `pointer`, or in a parameter, which has its"
                            + " name and a `position`.")
    public record Fault(
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description = "Where in the body, as a JSON pointer (RFC 6901).",
                            format = "json-pointer",
                            examples = "/title")
                    String pointer,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(description = "In which parameter.", examples = "filter")
                    String parameter,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description =
                                    "Where in the parameter's decoded text, counted from 0 in UTF-16 code units"
                                            + " as JavaScript counts; its length where the text ends too early.",
                            minimum = "0",
                            examples = "14")
                    Integer position,
            @Schema(
                            description =
                                    "What is wrong there, for programs: one of those that [`/problems`](/problems#errors)"
                                            + " lists.",
                            pattern = "^[a-z-]+$",
                            examples = "blank")
                    String code,
            @Schema(
                            description = "What is wrong there, for people.",
                            examples = "must not be blank")
                    String detail) {

        public static Fault inBody(String pointer, FaultCode code, String detail) {
            return new Fault(pointer, null, null, code.code(), detail);
        }

        /// Where a body names what is not there.
        public static Fault unknown(String pointer, String noun) {
            return inBody(
                    pointer,
                    FaultCode.unknown(noun),
                    "is no %s of this id or slug".formatted(noun));
        }

        Fault under(String place) {
            return new Fault(place + pointer, parameter, position, code, detail);
        }
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                type.page(),
                type.title(),
                type.status(),
                detail,
                type.code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Problem withDetail(String detail) {
        return new Problem(
                type, title, status, detail, code, errors, current, since, conflicts, articles,
                failed, instance);
    }

    public Problem with(List<Fault> errors) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    Problem withCurrent(String current, ChangedSince since) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    Problem withConflicts(List<EditConflict> conflicts) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    Problem withArticles(long articles) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    Problem withFailed(FailedPart failed) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    public Problem withInstance(String instance) {
        return with(errors, current, since, conflicts, articles, failed, instance);
    }

    private Problem with(
            List<Fault> errors,
            String current,
            ChangedSince since,
            List<EditConflict> conflicts,
            Long articles,
            FailedPart failed,
            String instance) {
        return new Problem(
                type, title, status, detail, code, errors, current, since, conflicts, articles,
                failed, instance);
    }
}
