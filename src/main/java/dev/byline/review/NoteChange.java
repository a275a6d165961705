package dev.byline.review;

import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `PATCH` changes of a note.
@Schema(name = "NoteChange", description = "What can be changed of a note.")
record NoteChange(
        @Schema(
                        description = "For its writer alone.",
                        minLength = 1,
                        pattern = Visible.TEXT,
                        examples = "Is this name spelt right?")
                @NotNull
                @Visible
                @Size(max = 4000)
                String text,
        @Schema(description = "Whether it is done with.", examples = "true") @NotNull
                Boolean resolved) {
    static NoteChange of(Note note) {
        return new NoteChange(note.text, note.resolvedAt != null);
    }
}
