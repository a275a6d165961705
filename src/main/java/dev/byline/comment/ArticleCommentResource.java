package dev.byline.comment;

import static dev.byline.http.ProblemType.COMMENTS_CLOSED;
import static dev.byline.http.ProblemType.NOT_APPROVED;
import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.cache.NextTransition;
import dev.byline.http.Addresses;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.limit.Limited;
import dev.byline.limit.Policy;
import dev.byline.list.Paging;
import dev.byline.reading.LiveArticles;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Bulkhead;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/comments`: what readers say of one article, and where they say it.
@Path("/articles/{article}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Comments", description = "What readers say of articles, and to each other.")
class ArticleCommentResource {
    /// Fewer than there are connections for writers: however many guests write, and whatever they
    /// wait for, editors find one.
    private static final Bulkhead GUESTS =
            new Bulkhead(8, "Many comments are being taken right now. Try again.");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StoryLookup stories;
    private final LiveArticles liveArticles;
    private final Comments comments;
    private final HeldComments held;
    private final NextTransition nextTransition;
    private final Answers answers;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    ArticleCommentResource(
            StoryLookup stories,
            LiveArticles liveArticles,
            Comments comments,
            HeldComments held,
            NextTransition nextTransition,
            Answers answers,
            Idempotency idempotency,
            SecurityIdentity identity) {
        this.stories = stories;
        this.liveArticles = liveArticles;
        this.comments = comments;
        this.held = held;
        this.nextTransition = nextTransition;
        this.answers = answers;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listArticleComments",
            summary = "List an article's comments",
            description =
                    "The oldest first unless `sort` says otherwise. Readers get what is approved; a comment that"
                            + " was removed but has replies stays in its place without its words. Moderators get all.")
    @APIResponseSchema(value = CommentView.class, responseDescription = "A page of comments.")
    @Extension(name = "x-problems", value = "forbidden,moved")
    public RestResponse<byte[]> list(
            @RestPath String article,
            @BeanParam CommentFilter filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "createdAt"))
                    @RestQuery
                    String sort,
            @RestQuery String fields) {
        var caller = Caller.of(identity);
        var shown = CommentView.fields(fields, caller);
        var sight = nextTransition.look();
        var found = stories.visibleId(Viewpoint.of(ARTICLE, caller), article);
        var page = comments.page(caller, filter, found, sort, paging);
        return answers.page(
                page.map(comment -> shown.of(comment)), sight.shown(PublicComment.listKeys(found)));
    }

    @POST
    @Limited(Policy.COMMENTS)
    @PermitAll
    @Operation(
            operationId = "postComment",
            summary = "Comment on an article",
            description =
                    "A comment waits for approval and is seen by moderators alone until then: its"
                            + " `Location` answers 404 to everybody else. One posted with `comments:moderate` is approved at once. A"
                            + " client may choose the id; with it, or with an `Idempotency-Key`, a retry makes no double.")
    @APIResponseSchema(
            value = CommentView.class,
            responseCode = "201",
            responseDescription = "The new comment.")
    @Extension(name = "x-problems", value = "comments-closed,not-approved,id-taken,moved")
    public RestResponse<byte[]> post(
            @RestPath String article,
            CommentInput input,
            @RestHeader("Idempotency-Key") String key) {
        return identity.isAnonymous()
                ? GUESTS.run(1, PATIENCE, () -> take(article, input, key))
                : once(article, input, key);
    }

    private RestResponse<byte[]> take(String article, CommentInput input, String key) {
        // Not @Transactional: what is held is a transaction by itself
        return key == null && input.parentId() == null
                ? created(hold(article, input))
                : once(article, input, key);
    }

    private RestResponse<byte[]> once(String article, CommentInput input, String key) {
        var operation = "POST /articles/" + article + "/comments";
        return QuarkusTransaction.joiningExisting()
                .call(
                        () ->
                                idempotency.once(
                                        key,
                                        operation,
                                        input,
                                        () -> created(post(article, input))));
    }

    /// What is held waits for no lock, whether it comes with a key or without.
    private Comment post(String article, CommentInput input) {
        return input.parentId() == null && !Caller.of(identity).mayModerate()
                ? hold(article, input)
                : add(article, input);
    }

    private Comment hold(String reference, CommentInput input) {
        var comment = words(input);
        var article = liveArticles.where(reference, live -> held.addWaiting(comment, live));
        mustTakeComments(article);
        return comment.on(article.id(), article.now());
    }

    private Comment add(String reference, CommentInput input) {
        var comment = words(input);
        var place = held.place(reference, input.parentId());
        mustTakeComments(place.article());
        if (input.parentId() != null) {
            comment.under(parent(place));
        }
        comment.on(place.article().id(), place.article().now());
        held.settle(HeldComment.posted(comment, place.thread(), place.moment()));
        return comment;
    }

    private Comment words(CommentInput input) {
        var caller = Caller.of(identity);
        var id = input.id() == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : input.id();
        return new Comment(id, name(input, caller), input, caller);
    }

    private static void mustTakeComments(LiveArticles.Live article) {
        if (!article.commentsOpen()) {
            throw COMMENTS_CLOSED.because("This article takes no more comments.");
        }
    }

    private RestResponse<byte[]> created(Comment comment) {
        var caller = Caller.of(identity);
        var fields = CommentView.fields(null, caller);
        var view = CommentView.PROPERTIES.of(comment);
        return answers.created(
                fields.of(view), comment.version, Addresses.of("comments", comment.id));
    }

    private static String name(CommentInput input, Caller caller) {
        if (input.name() == null && caller.isAnonymous()) {
            throw ProblemException.invalid(
                    "/name", FaultCode.MISSING, "must not be left out by a guest");
        }
        return input.name() == null ? caller.name() : input.name();
    }

    private Comment parent(HeldComments.Place place) {
        var caller = Caller.of(identity);
        var parent =
                place.thread().stream()
                        .findFirst()
                        .filter(comment -> comment.articleId.equals(place.article().id()))
                        .filter(comment -> comment.isVisible() || caller.mayModerate())
                        .orElseThrow(
                                () ->
                                        ProblemException.invalid(
                                                "/parentId",
                                                FaultCode.UNKNOWN_COMMENT,
                                                "is no comment on this article"));
        if (!parent.isApproved()) {
            throw NOT_APPROVED.because("Only an approved comment can be replied to.");
        }
        if (parent.depth >= Comment.MAX_DEPTH) {
            throw ProblemException.invalid(
                    "/parentId",
                    FaultCode.TOO_DEEP,
                    "is nested 10 deep already: reply to one further up");
        }
        return parent;
    }
}
