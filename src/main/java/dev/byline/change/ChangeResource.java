package dev.byline.change;

import dev.byline.answer.Answers;
import dev.byline.filter.FilterFields;
import dev.byline.http.MediaTypes;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/changes`: what was done to what, by whom.
@Path("/changes")
@Produces({MediaTypes.JSON, MediaTypes.JSON_LINES})
@RunOnVirtualThread
@Tag(name = "Changes", description = "What was done to what, by whom and when.")
class ChangeResource {
    private final Changes changes;
    private final Answers answers;
    private final SecurityIdentity identity;

    ChangeResource(Changes changes, Answers answers, SecurityIdentity identity) {
        this.changes = changes;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.CHANGES_READ)
    @Operation(
            operationId = "listChanges",
            summary = "Read the change log",
            description =
                    "In the order of their positions, the oldest first. An entry is never shown before all that will"
                            + " come ahead of it, so who goes on with `resumeAfter` as `after` meets each entry once,"
                            + " however many write meanwhile; entries of a write that is still under way, and those"
                            + " behind them, come a moment later. What plans do when their time has come stands there"
                            + " too, two seconds later at most: `article.went-live` and `article.ended`."
                            + " What was done to accounts and tokens is for administrators. As JSON lines"
                            + " (`Accept: application/jsonl`) it is the entries alone, each in a line of its own; `next` in"
                            + " `Link` is there at the end as well, for coming back.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the change log.",
            content = {
                @Content(
                        mediaType = MediaTypes.JSON,
                        schema = @Schema(implementation = ChangeView.Page.class)),
                @Content(
                        mediaType = MediaTypes.JSON_LINES,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "A `Change` in each line."))
            })
    public RestResponse<byte[]> list(
            @Parameter(
                            description =
                                    "`act==article.*` is everything done to articles; a `Change` lists the acts.",
                            example = "act==article.published;at=ge=2026-11-01",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.change.ChangeFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging) {
        var page = changes.page(filter, paging, Caller.of(identity));
        return answers.page(linked(page), page, null);
    }

    /// Lines have no place for `resumeAfter`: the link leads there.
    private Slice<ChangeView> linked(ChangeView.Page page) {
        var slice = new Slice<>(page.data(), page.page());
        return answers.isIn(MediaTypes.JSON_LINES) ? slice.followedBy(page.resumeAfter()) : slice;
    }
}
