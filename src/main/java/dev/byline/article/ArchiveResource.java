package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.answer.Answers;
import dev.byline.cache.NextTransition;
import dev.byline.identity.Caller;
import dev.byline.reading.ArticleFilter;
import dev.byline.reading.ArticleKeys;
import dev.byline.reading.ListedCounts;
import dev.byline.reading.Narrowing;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.ViewpointParameters;
import dev.byline.term.TermLookup;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/archive`: how many articles there are of each year and month.
@Path("/articles/archive")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
class ArchiveResource {
    private static final String COUNTS =
            """
            select extract(year from m)::integer as year, extract(month from m)::integer as month, count
            from (select date_trunc('month', published_at at time zone 'UTC') as m, count(*) as count from (
            """;
    private static final String NEWEST_FIRST = ") x group by m) x order by m desc";

    private final Reads reads;
    private final TermLookup terms;
    private final NextTransition nextTransition;
    private final ArticleKeys keys;
    private final Answers answers;
    private final SecurityIdentity identity;

    ArchiveResource(
            Reads reads,
            TermLookup terms,
            NextTransition nextTransition,
            ArticleKeys keys,
            Answers answers,
            SecurityIdentity identity) {
        this.reads = reads;
        this.terms = terms;
        this.nextTransition = nextTransition;
        this.keys = keys;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readArchive",
            summary = "Count the articles by year and month",
            description =
                    "By when they were first published, in UTC; what never was is not counted. The parameters are"
                            + " those of the list of articles, so that a month's count is what a list of"
                            + " that month has.")
    @APIResponseSchema(value = ArchiveView.class, responseDescription = "The counts.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> read(
            @BeanParam ArticleFilter wanted, @BeanParam ViewpointParameters which) {
        var caller = Caller.of(identity);
        var viewpoint = which.viewpoint(ARTICLE, caller);
        var sight = nextTransition.look();
        var filter = wanted.resolved(terms, caller);
        var counts =
                isKept(filter, viewpoint)
                        ? reads.all(ListedCounts.BY_MONTH, ArchiveView.Count::of)
                        : reads.at(Cost.SCAN, () -> counted(filter, viewpoint, caller));
        return answers.one(ArchiveView.of(counts), sight.shown(keys.of(List.of())));
    }

    /// Of all that readers find they are kept, of anything else they are counted.
    private static boolean isKept(ArticleFilter filter, Viewpoint viewpoint) {
        return filter.isEmpty() && viewpoint.isReadersNow();
    }

    private List<ArchiveView.Count> counted(
            ArticleFilter filter, Viewpoint viewpoint, Caller caller) {
        var published = new Narrowing(filter, viewpoint, caller).published();
        return reads.all(
                Sql.of(COUNTS).then(published.statement()).then(NEWEST_FIRST),
                ArchiveView.Count::of);
    }
}
