package dev.byline.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An author or a tag, as far as a link to it needs.
@Schema(name = "Reference", description = "An author or a tag, as far as a link needs.")
public record Reference(
        UUID id,
        @Schema(examples = "dani-graham") String slug,
        @Schema(examples = "Dani Graham") String name,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Whether readers find it nowhere. For the newsroom.")
                Boolean internal) {}
