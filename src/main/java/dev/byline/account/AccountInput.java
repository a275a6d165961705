package dev.byline.account;

import dev.byline.identity.Account;
import dev.byline.identity.Role;
import dev.byline.text.OneLine;
import dev.byline.text.Texts;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of an account, and a patch changes.
@Schema(name = "AccountInput", description = "An account, as written.")
record AccountInput(
        @Schema(
                        description =
                                "Each name belongs to one account, however it is written: in upper or lower case, in any form of Unicode."
                                        + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Newsroom")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(description = "What it may do: `/docs/permissions`.") @NotNull Role role,
        @Schema(
                        description =
                                "The author as whom it writes, by id or slug: what a contributor makes bears that byline. One that is none"
                                        + " is `unknown-author`.",
                        minLength = 1,
                        nullable = true)
                @Size(max = 200)
                String author,
        @Schema(
                        description =
                                "Whether nobody is let in by it: none of its tokens opens anything, from the next request on.",
                        nullable = true)
                Boolean suspended) {
    AccountInput {
        author = Texts.nfc(author);
        suspended = suspended != null && suspended;
    }

    AccountInput with(boolean suspended) {
        return new AccountInput(name, role, author, suspended);
    }

    /// What a merge patch starts from.
    static AccountInput of(Account account) {
        var author = account.author == null ? null : account.author.toString();
        return new AccountInput(account.name, account.role, author, account.suspended);
    }
}
