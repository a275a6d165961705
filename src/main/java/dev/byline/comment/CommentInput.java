package dev.byline.comment;

import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a reader sends.
@Schema(name = "CommentInput", description = "A comment, as a reader sends it.")
record CommentInput(
        @Schema(
                        description =
                                "An id of the client's choosing, such as one given while offline.",
                        nullable = true,
                        examples = "0193299c-4f00-7c3a-9d2e-5b7f1a2c3d4e")
                UUID id,
        @Schema(
                        description =
                                "Needed of guests (else `missing`); with a token, the account's where left out."
                                        + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        nullable = true,
                        examples = "A reader")
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "Shown to moderators alone; what is no address is `invalid-email`.",
                        format = "idn-email",
                        nullable = true,
                        examples = "reader@example.org")
                @Email
                @Size(min = 1, max = 254)
                String email,
        @Schema(
                        description =
                                "The text, in a little Markdown: emphasis, links, lists, quotes, code.",
                        minLength = 1,
                        pattern = Visible.TEXT,
                        examples = "Well put.")
                @NotNull
                @Visible
                @Size(max = 10000)
                String body,
        @Schema(
                        description =
                                "The comment that this one replies to: one on this article (else `unknown-comment`) that"
                                        + " is nested less than 10 deep (else `too-deep`).",
                        nullable = true)
                UUID parentId) {}
