package dev.byline.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST /batch` takes.
@Schema(name = "BatchInput", description = "Operations, done in their order.")
record BatchInput(
        @Schema(description = "One after the other.", minItems = 1)
                @NotNull
                @Size(min = 1, max = BatchInput.MOST)
                List<@NotNull @Valid Item> operations) {
    static final int MOST = 100;

    /// One operation, as the document has it.
    @Schema(name = "BatchItemInput", description = "One operation, as this document has it.")
    record Item(
            @Schema(
                            description =
                                    "A name within the batch, of its own (else `twice`). A text in what follows, in `parameters`"
                                            + " or in a `body`, that is `$`, this name and `.id`, and nothing else, stands for"
                                            + " the id of what the operation made or changed.",
                            nullable = true,
                            pattern = Item.NAME,
                            examples = "dani")
                    String id,
            @Schema(description = "Which one, by its `operationId`.", examples = "createAuthor")
                    @NotNull
                    BatchedOperation operation,
            @Schema(
                            description =
                                    "Those of the operation's path, query and headers, by their names in this document and as"
                                            + " texts. What it needs is `missing` without, what it does not have is"
                                            + " `unknown-property`.",
                            type = SchemaType.OBJECT,
                            nullable = true,
                            additionalProperties = String.class,
                            examples = "{}")
                    Map<String, String> parameters,
            @Schema(
                            description =
                                    "What the operation's own body would be: `missing` where it needs one,"
                                            + " `unknown-property` where it takes none.",
                            implementation = Map.class,
                            nullable = true,
                            additionalProperties = Schema.True.class,
                            examples = "{\"name\": \"Dani Graham\"}")
                    JsonNode body) {
        static final String NAME = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

        Item {
            parameters = parameters == null ? Map.of() : parameters;
            body = body == null || body.isNull() ? null : body;
        }
    }
}
