package dev.byline.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.http.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a batch.
@Schema(name = "BatchReport", description = "What became of each operation.")
record BatchReport(
        @Schema(description = "Whether this was only tried: then nothing was done.") boolean dryRun,
        @Schema(
                        description =
                                "How many were refused. With `atomic` none, but that of a retry what was made and deleted since is `deleted`.",
                        minimum = "0",
                        examples = "0")
                int failed,
        @Schema(description = "In the order of the operations.") List<Item> results) {

    static BatchReport of(boolean dryRun, List<Item> results) {
        var failed = (int) results.stream().filter(item -> item.problem != null).count();
        return new BatchReport(dryRun, failed, results);
    }

    /// What became of one operation: what it would have been answered by itself.
    @Schema(
            name = "BatchResult",
            description =
                    "What the operation would have been answered by itself; what it has nothing of is left out.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "Its name within the batch.", examples = "dani") String id,
            @Schema(description = "Which one.", examples = "createAuthor")
                    BatchedOperation operation,
            @Schema(
                            description = "Its HTTP status.",
                            minimum = "200",
                            maximum = "599",
                            examples = "201")
                    int status,
            @Schema(
                            description = "Where what it made is.",
                            format = "uri-reference",
                            examples = "/api/v1/authors/019329c4-8a00-7c3a-9d2e-5b7f1a2c3d4e")
                    String location,
            @Schema(description = "For the next `If-Match`.", examples = "\"1.k2x9\"") String etag,
            @Schema(
                            description = "Its answer.",
                            implementation = Map.class,
                            additionalProperties = Schema.True.class,
                            examples =
                                    "{\"id\": \"019329c4-8a00-7c3a-9d2e-5b7f1a2c3d4e\", \"slug\": \"dani-graham\"}")
                    JsonNode body,
            @Schema(description = "Why it was refused.") Problem problem) {

        static Item refused(BatchInput.Item asked, Problem problem) {
            return new Item(
                    asked.id(), asked.operation(), problem.status(), null, null, null, problem);
        }

        /// As of what was undone at once.
        Item withoutBody() {
            return new Item(id, operation, status, location, etag, null, problem);
        }

        /// The id of what it made or changed; null where there is none.
        String madeId() {
            return body == null ? null : body.path("id").textValue();
        }
    }
}
