package dev.byline.review;

import dev.byline.text.Visible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of a note.
@Schema(name = "NoteInput", description = "A note, as written.")
record NoteInput(
        @Schema(
                        description = "For colleagues, in plain text.",
                        minLength = 1,
                        pattern = Visible.TEXT,
                        examples = "Is this name right?")
                @NotNull
                @Visible
                @Size(max = 4000)
                String text,
        @Schema(
                        description =
                                "The number of the revision that it is about; one that is not in the history is"
                                        + " `unknown-revision`. The newest where left out.",
                        nullable = true,
                        minimum = "1")
                Integer revision,
        @Schema(
                        description = "What of the revision it is about; all of it where left out.",
                        nullable = true)
                @Valid
                NotePlace place) {}
