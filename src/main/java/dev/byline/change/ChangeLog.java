package dev.byline.change;

import dev.byline.cache.Invalidation;
import dev.byline.connection.ClientAddresses;
import dev.byline.identity.Caller;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.stream.Stream;

/// Writes down what a command did, by whom and from where, and tells what it outdates.
@RequestScoped
public class ChangeLog {
    private static final String ROW =
            """
            insert into change (act, subject_type, subject_id, account_id, token_id, origin,
                revision_before, revision_after, version)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            """;

    private final SecurityIdentity identity;
    private final RoutingContext context;
    private final ClientAddresses addresses;
    private final Writes writes;
    private final Announcements announcements;

    ChangeLog(
            SecurityIdentity identity,
            RoutingContext context,
            ClientAddresses addresses,
            Writes writes,
            Announcements announcements) {
        this.identity = identity;
        this.context = context;
        this.addresses = addresses;
        this.writes = writes;
        this.announcements = announcements;
    }

    /// What readers do not see.
    public void record(Change change) {
        record(change, Invalidation.NOTHING);
    }

    /// @param work what else is written, which goes to the database together with it
    public void record(Change change, Invalidation outdated, Sql... work) {
        var statements = Stream.concat(Stream.of(work), Stream.of(row(change)));
        writes.run(Stream.concat(statements, announcements.of(outdated)));
    }

    /// The statements that write these down and tell what all of them outdate.
    ///
    /// @param moment of the command, after which what is outdated later is reckoned
    public Stream<Sql> statements(List<Change> changes, Invalidation outdated, Moment moment) {
        return Stream.concat(changes.stream().map(this::row), announcements.of(outdated, moment));
    }

    /// For a statement that does it as well: whoever makes that may say from which rows, or where.
    public Sql row(Change change) {
        var caller = Caller.of(identity);
        return Sql.of(
                ROW,
                change.act().text(),
                change.act().subject(),
                change.subjectId(),
                caller.accountId(),
                caller.tokenId(),
                addresses.of(context).getHostAddress(),
                change.revisionBefore(),
                change.revisionAfter(),
                change.version());
    }
}
