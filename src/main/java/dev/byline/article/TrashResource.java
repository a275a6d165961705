package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.identity.Permissions;
import dev.byline.reading.ArticleView;
import dev.byline.story.StoryEndpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/trash`: deleting this brings the article back, with its comments and
/// its timeline.
@Path("/articles/{article}/trash")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
class TrashResource {
    private final StoryEndpoint stories;
    private final Written written;

    TrashResource(StoryEndpoint stories, Written written) {
        this.stories = stories;
        this.written = written;
    }

    @DELETE
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "restoreArticle",
            summary = "Take an article out of the trash",
            description =
                    "With its comments; readers get it again where its timeline says so. Out of it, nothing happens."
                            + " Where another article has its slug by now it takes one like it, and is answered whole.")
    @APIResponse(
            responseCode = "200",
            description = "It is out of the trash, and `slug` is another than before.",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "204", description = "It is out of the trash.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<?> restore(
            @RestPath String article, @RestHeader("If-Match") String ifMatch) {
        return stories.takeOutOfTrash(ARTICLE, article, ifMatch, written::changed);
    }
}
