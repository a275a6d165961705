package dev.byline.review;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.NOT_FOUND;
import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.answer.Answers;
import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.FaultCode;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.identity.Permissions;
import dev.byline.revision.Save;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.story.HeldStories;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/review`: what colleagues say of a revision before readers get it.
@Path("/articles/{article}/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Review", description = "What colleagues say of articles before readers get them.")
class ReviewResource {
    private final Reviews reviews;
    private final HeldStories stories;
    private final StoryLookup lookup;
    private final ChangeLog changes;
    private final Answers answers;
    private final SecurityIdentity identity;

    ReviewResource(
            Reviews reviews,
            HeldStories stories,
            StoryLookup lookup,
            ChangeLog changes,
            Answers answers,
            SecurityIdentity identity) {
        this.reviews = reviews;
        this.stories = stories;
        this.lookup = lookup;
        this.changes = changes;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "readReview",
            summary = "Read what is said of a revision",
            description =
                    "Of the newest, unless `revision` names another: what it comes to, and what was said of it and of those"
                            + " before it.")
    @APIResponseSchema(value = ReviewView.class, responseDescription = "The review.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(
            @RestPath String article,
            @Parameter(
                            description = "The number of the revision.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    String revision) {
        var id = lookup.visibleId(Viewpoint.editor(ARTICLE), article);
        return answers.one(reviews.view(id, revision(id, revision)), null);
    }

    private int revision(UUID article, String number) {
        if (number == null) {
            return reviews.newest(article);
        }
        var revision = number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
        if (!reviews.hasRevision(article, revision)) {
            throw NOT_FOUND.because("The article has no revision of this number.");
        }
        return revision;
    }

    @PUT
    @RolesAllowed(Permissions.ARTICLES_REVIEW)
    @Transactional
    @Operation(
            operationId = "reviewArticle",
            summary = "Ask for a review, approve, or ask for changes",
            description =
                    "Of the newest revision, unless the body names another; with each save a review begins anew. The last"
                            + " word of an account counts. Who has the permission on their own alone may ask for a review. Of"
                            + " what is said already nothing happens.")
    @APIResponseSchema(value = ReviewView.class, responseDescription = "The review as it is now.")
    @Extension(name = "x-problems", value = "in-trash,moved")
    public RestResponse<byte[]> review(
            @RestPath String article, ReviewInput input, @RestHeader("If-Match") String ifMatch) {
        var held = stories.hold(ARTICLE, article);
        IfMatch.required(ifMatch).check(held.story.version);
        held.story.mustNotBeInTrash();
        var caller = Caller.of(identity);
        mayJudge(input, caller);
        var id = held.story.id;
        var revision = input.revision() == null ? held.newest().number : input.revision();
        if (!reviews.hasRevision(id, revision)) {
            throw ProblemException.invalid(
                    "/revision", FaultCode.UNKNOWN_REVISION, "is no revision of this article");
        }
        if (!reviews.isSaid(id, revision, input, caller.accountId())) {
            var said = Save.of(caller, held.now(), input.note());
            changes.record(
                    Change.of(input.state().act, id, revision, revision),
                    Invalidation.NOTHING,
                    Reviews.add(id, revision, input.state(), said));
        }
        return answers.changed(reviews.view(id, revision), held.story.version);
    }

    private static void mayJudge(ReviewInput input, Caller caller) {
        if (input.state() != ReviewState.REQUESTED
                && caller.mayOnlyOnOwn(Permission.ARTICLES_REVIEW)) {
            throw FORBIDDEN.because("You may ask for a review of your own: others decide on it.");
        }
    }
}
