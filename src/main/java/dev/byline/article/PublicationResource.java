package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.identity.Permissions;
import dev.byline.revision.Plan;
import dev.byline.sql.Reading;
import dev.byline.story.PublicationView;
import dev.byline.story.StoryEndpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/publication`: publish, plan, withdraw. Each works at its instant, with
/// no job running.
@Path("/articles/{article}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Publication", description = "When readers get which revision.")
class PublicationResource {
    private final StoryEndpoint stories;

    PublicationResource(StoryEndpoint stories) {
        this.stories = stories;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(
            operationId = "readPublication",
            summary = "Read the timeline",
            description = "Every span in which readers got, get or will get a revision.")
    @APIResponseSchema(value = PublicationView.class, responseDescription = "The timeline.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(@RestPath String article) {
        return stories.timeline(ARTICLE, article);
    }

    @PUT
    @RolesAllowed(Permissions.ARTICLES_PUBLISH)
    @Transactional
    @Operation(
            operationId = "publishArticle",
            summary = "Publish the newest revision, now or later",
            description =
                    "What is live ends when it begins, and a plan that has not begun gives way. Of a revision"
                            + " that is live already only the end changes.")
    @APIResponseSchema(
            value = PublicationView.class,
            responseDescription = "The timeline as it is now.")
    @Extension(name = "x-problems", value = "in-trash,timeline-conflict,approval-required,moved")
    public RestResponse<byte[]> publish(
            @RestPath String article, Plan plan, @RestHeader("If-Match") String ifMatch) {
        return stories.publish(ARTICLE, article, plan, ifMatch);
    }

    @DELETE
    @RolesAllowed(Permissions.ARTICLES_PUBLISH)
    @Transactional
    @Operation(
            operationId = "withdrawArticle",
            summary = "Withdraw an article, now or later",
            description =
                    "What is live ends at that instant, and what was planned to begin later never begins.")
    @APIResponse(responseCode = "204", description = "It is, or will be, withdrawn.")
    @Extension(name = "x-problems", value = "in-trash,timeline-conflict,moved")
    public RestResponse<Void> withdraw(
            @RestPath String article,
            @Parameter(
                            description = "When, as an instant of RFC 3339; now where left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String at,
            @RestHeader("If-Match") String ifMatch) {
        return stories.withdraw(ARTICLE, article, at, ifMatch);
    }
}
