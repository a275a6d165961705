package dev.byline.release;

import dev.byline.text.OneLine;
import dev.byline.text.Texts;
import dev.byline.text.Visible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` and `PUT` take of a release.
@Schema(name = "ReleaseInput", description = "A release, as written.")
record ReleaseInput(
        @Schema(
                        description = "What it is called among colleagues." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Election night")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description = "What colleagues should know of it, in plain text.",
                        nullable = true,
                        examples = "Not before the polls close.")
                @Size(max = 2000)
                String note,
        @Schema(
                        description =
                                "What goes out with it, each article once (else `twice`). None where left out.",
                        nullable = true,
                        examples = "[{\"article\": \"a-night-at-the-council\"}]")
                @Size(max = ReleaseInput.MOST_ITEMS)
                List<@NotNull @Valid Item> items) {
    static final int MOST_ITEMS = 500;

    ReleaseInput {
        items = items == null ? List.of() : items;
    }

    /// An article, and what becomes of it.
    @Schema(name = "ReleaseItemInput", description = "An article, and what becomes of it.")
    record Item(
            @Schema(
                            description =
                                    "Its id or slug; what is no article's is `unknown-article`.",
                            minLength = 1,
                            examples = "a-night-at-the-council")
                    @NotNull
                    @Size(max = 200)
                    String article,
            @Schema(
                            description =
                                    "The number of the revision that goes live; one that is not in its history is"
                                            + " `unknown-revision`. The newest as of this request where left out.",
                            nullable = true,
                            minimum = "1",
                            examples = "1")
                    Integer revision,
            @Schema(
                            description =
                                    "Whether it is withdrawn instead: then without `revision` (else `wrong-value`).",
                            nullable = true,
                            examples = "false")
                    Boolean withdraw) {
        Item {
            article = Texts.nfc(article);
            withdraw = Boolean.TRUE.equals(withdraw);
        }
    }

    /// What a merge patch starts from.
    static ReleaseInput of(Release release, List<ReleaseItem> items) {
        return new ReleaseInput(
                release.name,
                release.note,
                items.stream()
                        .map(
                                item ->
                                        new Item(
                                                item.article().toString(),
                                                item.revision(),
                                                item.isWithdrawal()))
                        .toList());
    }
}
