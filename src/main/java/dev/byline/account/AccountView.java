package dev.byline.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.identity.Role;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An account as administrators, and whoever has it, get it.
@Schema(
        name = "Account",
        description = "Who may write: a person or a program, known by its tokens.")
record AccountView(
        @Property(sql = "a.id") UUID id,
        @Property(sql = "a.name", sort = true) @Schema(examples = "Newsroom") String name,
        @Property(sql = "a.role") Role role,
        @Property(sql = "a.author_id")
                @Schema(description = "The id of the author as whom it writes.", nullable = true)
                UUID author,
        @Property(sql = "a.suspended") @Schema(description = "Whether nobody is let in by it.")
                boolean suspended,
        @Property(sql = "a.created_at", sort = true) Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Invitation invitation) {

    static final Properties<AccountView> PROPERTIES = Properties.of(AccountView.class);

    AccountView with(Invitation invitation) {
        return new AccountView(id, name, role, author, suspended, createdAt, invitation);
    }
}
