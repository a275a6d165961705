package dev.byline.review;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.answer.Answers;
import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/reviews`: what waits for a review, and what came of it.
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Review")
class ReviewListResource {
    private final Reviews reviews;
    private final Reads reads;
    private final Answers answers;
    private final SecurityIdentity identity;

    ReviewListResource(Reviews reviews, Reads reads, Answers answers, SecurityIdentity identity) {
        this.reviews = reviews;
        this.reads = reads;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "listReviews",
            summary = "List articles by their reviews",
            description =
                    "Those of whose newest revision something was said, but for what is in the trash. What was said of longest"
                            + " ago comes first unless `sort` says otherwise.")
    @APIResponseSchema(value = ReviewItem.class, responseDescription = "A page of them.")
    public RestResponse<byte[]> list(
            @Parameter(
                            description = "Those in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "requested",
                                                "approved",
                                                "changes-requested"
                                            }))
                    @RestQuery
                    String state,
            @Parameter(
                            example = "approvals==0",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.review.ReviewFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "at")) @RestQuery
                    String sort) {
        var order = Order.of(sort, "at", ReviewItem.PROPERTIES.sortKeys(), "a.id");
        var list = reviews.list().costs(Cost.SEARCH);
        if (state != null) {
            list.and("s.state = ?", parse(state));
        }
        if (filter != null) {
            list.and(Filter.of(filter, ReviewFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(list.page(reads, order, paging, Reviews.ITEMS.row(reads)));
    }

    private static ReviewState parse(String state) {
        return Reviews.state(state)
                .orElseThrow(
                        () ->
                                INVALID_PARAMETER.because(
                                        "state must be requested, approved or changes-requested."));
    }
}
