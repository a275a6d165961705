package dev.byline.account;

import dev.byline.identity.Account;
import dev.byline.identity.Role;
import dev.byline.list.Slice;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An account as administrators get it.
@Schema(
        name = "Account",
        description = "Who may write: a person or a program, known by its tokens.")
record AccountView(
        UUID id, @Schema(examples = "Newsroom") String name, Role role, Instant createdAt) {

    /// A page of accounts, for the OpenAPI document.
    @Schema(name = "AccountList", description = "A page of accounts.")
    record Page(List<AccountView> data, Slice.Page page) {}

    static AccountView of(ResultSet row) throws SQLException {
        return new AccountView(
                Reads.id(row, "id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Reads.instant(row, "created_at"));
    }

    static AccountView of(Account account) {
        return new AccountView(account.id, account.name, account.role, account.createdAt);
    }
}
