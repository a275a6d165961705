package dev.byline.comment;

import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a moderator can change of a comment.
@Schema(name = "CommentChange", description = "What a moderator can change of a comment.")
record CommentChange(
        @Schema(
                        description = "The name of who wrote it." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "A reader")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description = "What is no address is `invalid-email`.",
                        format = "idn-email",
                        nullable = true)
                @Email
                @Size(min = 1, max = 254)
                String email,
        @Schema(minLength = 1, pattern = Visible.TEXT, examples = "Well put.")
                @NotNull
                @Visible
                @Size(max = 10000)
                String body,
        @NotNull CommentStatus status) {

    static CommentChange of(Comment comment) {
        return new CommentChange(comment.name, comment.email, comment.body, comment.status);
    }
}
