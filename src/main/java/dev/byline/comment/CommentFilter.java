package dev.byline.comment;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Uuids;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which comments a list holds.
record CommentFilter(
        @Parameter(
                        description =
                                "Those with this status. All but `approved` is for moderators.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "held",
                                            "approved",
                                            "rejected",
                                            "spam",
                                            "deleted"
                                        },
                                        examples = "approved"))
                @RestQuery
                String status,
        @Parameter(
                        description =
                                "The replies to this comment, by its id; `none` for those that reply to none.",
                        example = "none")
                @RestQuery
                String parent,
        @Parameter(
                        description =
                                "A comment that was removed but has replies is `deleted` to readers, and without name and `editedAt`.",
                        example = "name=null=false;createdAt=ge=2026-11-01",
                        extensions =
                                @Extension(
                                        name = FilterFields.EXTENSION,
                                        value = "dev.byline.comment.CommentFilterFields"))
                @RestQuery
                String filter) {

    void narrow(Listing list, Caller caller) {
        if (filter != null) {
            var fields = CommentFilterFields.of(caller.mayModerate());
            list.and(Filter.of(filter, fields, caller));
        }
        if (status != null) {
            var asked =
                    CommentStatus.of(status)
                            .orElseThrow(
                                    () ->
                                            INVALID_PARAMETER.because(
                                                    "status must be held, approved, rejected, spam or deleted."));
            if (asked != CommentStatus.APPROVED) {
                Audience.MODERATORS.demand(caller, "status=" + status);
            }
            list.and("c.status = ?", asked);
        }
        if ("none".equals(parent)) {
            list.and("c.parent_id is null");
        } else if (parent != null) {
            list.and(
                    "c.parent_id = ?",
                    Uuids.parse(parent)
                            .orElseThrow(
                                    () ->
                                            INVALID_PARAMETER.because(
                                                    "parent must be a comment's id, or none.")));
        }
    }
}
