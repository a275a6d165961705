package dev.byline.article;

import dev.byline.change.ChangeLog;
import dev.byline.http.IfMatch;
import dev.byline.query.DatabaseClock;
import dev.byline.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/trash`: deleting this brings the article back, with its comments and
/// its timeline.
@Path("/articles/{article}/trash")
@RunOnVirtualThread
@Tag(name = "Articles")
class TrashResource {
    private final ArticleEntities entities;
    private final Editing editing;
    private final ChangeLog changes;
    private final DatabaseClock clock;

    TrashResource(
            ArticleEntities entities, Editing editing, ChangeLog changes, DatabaseClock clock) {
        this.entities = entities;
        this.editing = editing;
        this.changes = changes;
        this.clock = clock;
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "restoreArticle",
            summary = "Take an article out of the trash",
            description =
                    "With its comments; readers get it again where its timeline says so. Out of it, nothing happens.")
    @APIResponse(responseCode = "204", description = "It is out of the trash.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<Void> restore(
            @RestPath String article, @RestHeader("If-Match") String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        var found = entities.lock(article);
        condition.check(found.version);
        if (found.trashedAt != null) {
            var now = clock.now();
            var seen = editing.glimpse(found, now);
            changes.record(found.restore(now), Glimpse.NOTHING.outdatedBy(seen, found.id));
        }
        return RestResponse.noContent();
    }
}
