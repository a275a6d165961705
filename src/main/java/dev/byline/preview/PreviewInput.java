package dev.byline.preview;

import dev.byline.text.OneLine;
import dev.byline.text.Texts;
import dev.byline.text.Visible;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of a preview link.
@Schema(
        name = "PreviewLinkInput",
        description =
                "A preview link to be made: with one of `article`, `release` and `asOf` (else `wrong-value` or `missing`).",
        examples = "{\"asOf\": \"2100-01-01T00:00:00Z\", \"name\": \"For the author\"}")
record PreviewInput(
        @Schema(
                        description =
                                "An article's id or slug, whose newest revision is shown in the place of what is live; what"
                                        + " is no article's is `unknown-article`.",
                        minLength = 1,
                        nullable = true)
                @Size(min = 1, max = 200)
                String article,
        @Schema(
                        description =
                                "A release's id (else `unknown-release`), which is shown as if it were out.",
                        minLength = 1,
                        nullable = true)
                @Size(min = 1, max = 200)
                String release,
        @Schema(
                        description =
                                "The instant as of which the site is shown, in the future by the database's clock (else"
                                        + " `not-in-future`).",
                        nullable = true)
                Instant asOf,
        @Schema(
                        description = "For whom it is." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        nullable = true)
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "When it ceases to work, in the future (else `not-in-future`) and 90 days from now at most"
                                        + " (else `too-late`); in seven days where left out.",
                        nullable = true)
                Instant expiresAt) {
    PreviewInput {
        article = Texts.nfc(article);
    }
}
