package dev.byline.search;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.answer.Answers;
import dev.byline.cache.NextTransition;
import dev.byline.identity.Caller;
import dev.byline.page.PageSearch;
import dev.byline.reading.ArticleSearch;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/search`: articles, pages, authors and tags at once, a few of each.
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Search", description = "Everything at once.")
class SearchResource {
    private static final int MOST = 20;
    private static final int STANDARD = 5;

    private final ArticleSearch articles;
    private final PageSearch pages;
    private final Names names;
    private final Reads reads;
    private final NextTransition nextTransition;
    private final Answers answers;
    private final SecurityIdentity identity;

    SearchResource(
            ArticleSearch articles,
            PageSearch pages,
            Names names,
            Reads reads,
            NextTransition nextTransition,
            Answers answers,
            SecurityIdentity identity) {
        this.articles = articles;
        this.pages = pages;
        this.names = names;
        this.reads = reads;
        this.nextTransition = nextTransition;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "search",
            summary = "Search articles, pages, authors and tags",
            description =
                    "The best few of each, for a search box. Articles and pages are found as `q` of their list finds them; authors"
                            + " and tags by a part of their name or slug, by a name that is spelt nearly so, or by the"
                            + " words of their biography or description. Who sees which of them is as in the lists.")
    @APIResponseSchema(value = Results.class, responseDescription = "What was found.")
    public RestResponse<byte[]> search(
            @Parameter(
                            description = "As for the list of articles.",
                            required = true,
                            example = "council",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            minLength = 1,
                                            maxLength = 200))
                    @RestQuery
                    String q,
            @Parameter(
                            description = "How many of each kind at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "20",
                                            defaultValue = "5"))
                    @RestQuery
                    String limit) {
        if (q == null) {
            throw INVALID_PARAMETER.because("q is missing: what is to be found?");
        }
        var most = most(limit);
        var sight = nextTransition.look();
        return answers.one(
                reads.at(Cost.SEARCH, () -> reads.together(() -> results(q, most))),
                sight.shown(Stream.of("articles", "pages", "authors", "tags")));
    }

    private Results results(String q, int most) {
        var caller = Caller.of(identity);
        var best = articles.best(q, caller, most);
        var bestPages = pages.best(q, caller, most);
        var arePagesAlone = best.articles().isEmpty() && !bestPages.pages().isEmpty();
        return new Results(
                best.articles().stream().map(story -> Found.of("article", story)).toList(),
                bestPages.pages().stream().map(story -> Found.of("page", story)).toList(),
                names.authors(q, most, caller.seesDrafts()),
                names.tags(q, most, caller.seesDrafts()),
                arePagesAlone ? bestPages.search() : best.search());
    }

    private static int most(String limit) {
        if (limit == null) {
            return STANDARD;
        }
        if (!limit.matches("[0-9]{1,2}")
                || Integer.parseInt(limit) < 1
                || Integer.parseInt(limit) > MOST) {
            throw INVALID_PARAMETER.because("limit must be a whole number from 1 to 20.");
        }
        return Integer.parseInt(limit);
    }
}
