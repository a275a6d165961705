package dev.byline.batch;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.http.Flag;
import dev.byline.sql.Budget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/batch`: several operations in one request.
@Path("/batch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Batches", description = "Several operations in one request, all of them or none.")
class BatchResource {
    private static final int NO_VERSION = 0;

    private final Batches batches;
    private final BatchRules rules;
    private final Budget budget;
    private final Answers answers;

    BatchResource(Batches batches, BatchRules rules, Budget budget, Answers answers) {
        this.batches = batches;
        this.rules = rules;
        this.budget = budget;
        this.answers = answers;
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "runBatch",
            summary = "Do several operations",
            description =
                    "Up to 100 operations on articles, authors, tags and comments, each as by itself: by its `operationId`,"
                            + " with its parameters and its body, and for whom may do it. All of them or none, and where one is refused"
                            + " `batch-failed` has it in `failed`; or with `atomic=false` each by itself, and then the answer has"
                            + " the problem of each that was refused. What would be answered 308 is `not-found`."
                            + " Each counts as a write. A retry with the same `Idempotency-Key` does what was not done.")
    @APIResponseSchema(value = BatchReport.class, responseDescription = "What became of each.")
    @Extension(name = "x-problems", value = "batch-failed")
    public RestResponse<byte[]> run(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BatchInput.class),
                                            example =
                                                    """
                                                    {"operations": [
                                                      {"id": "sam", "operation": "createAuthor", "body": {"name": "Sam Okafor"}},
                                                      {"id": "night", "operation": "createArticle",
                                                       "body": {"title": "A night at the harbour", "body": "It rained.", "authors": ["$sam.id"]}},
                                                      {"operation": "publishArticle", "parameters": {"article": "$night.id", "If-Match": "*"}, "body": {}}
                                                    ]}"""))
                    BatchInput input,
            @Parameter(
                            description =
                                    "`true` for all or none. With `false` each is done whatever becomes of the others, but for what"
                                            + " stands for the id of one that was refused, which is `failed-dependency`.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @RestQuery
                    String atomic,
            @Parameter(
                            description =
                                    "Whether to tell what would be done, and do nothing. With `atomic=false` nothing stands for what"
                                            + " another would make, which is `failed-dependency` then.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String dryRun,
            @RestHeader("Idempotency-Key") String key) {
        var isTogether = atomic == null || Flag.of("atomic", atomic);
        var asked = new Batches.Asked(input, key, isTogether, Flag.of("dryRun", dryRun));
        Idempotency.check(key);
        rules.check(input.operations());
        budget.charge(input.operations().size() - 1);
        return answers.changed(
                isTogether ? batches.together(asked) : batches.apart(asked), NO_VERSION);
    }
}
