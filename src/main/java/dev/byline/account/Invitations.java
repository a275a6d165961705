package dev.byline.account;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.identity.Account;
import dev.byline.identity.Secret;
import dev.byline.identity.Token;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.Session;

/// Links that each yield a token of an account, once and within a week. Of each account there is
/// one at most: a new one comes for the former. Kept is the hash of its secret.
@Singleton
class Invitations {
    private static final String PREFIX = "byi_";
    private static final String PAGE = "%s://%s" + InvitationPage.PATH + "#%s";

    private static final String INVITE =
            """
            insert into invitation (account_id, hash, expires_at) values (?, ?, now() + interval '7 days')
            on conflict (account_id) do update set hash = excluded.hash, expires_at = excluded.expires_at
            returning expires_at
            """;

    /// Of two at once, one finds it.
    private static final String ACCEPT =
            """
            delete from invitation i using account a
            where i.hash = ? and i.expires_at > now() and a.id = i.account_id and not a.suspended
            returning a.id
            """;

    private final Session session;
    private final Writes writes;
    private final ChangeLog changes;
    private final HttpServerRequest request;

    Invitations(Session session, Writes writes, ChangeLog changes, HttpServerRequest request) {
        this.session = session;
        this.writes = writes;
        this.changes = changes;
        this.request = request;
    }

    Invitation invite(UUID account) {
        var secret = Secret.random(PREFIX);
        var end =
                writes.first(
                                Sql.of(INVITE, account, secret.hash()),
                                row -> Reads.instant(row, "expires_at"))
                        .orElseThrow();
        changes.record(Change.of(AccountAct.INVITED, account));
        return new Invitation(link(secret), end);
    }

    private String link(Secret secret) {
        return PAGE.formatted(request.scheme(), request.authority(), secret.reveal());
    }

    Token.Issued accept(String text) {
        var account =
                Secret.parse(PREFIX, text)
                        .flatMap(
                                secret ->
                                        writes.first(
                                                Sql.of(ACCEPT, secret.hash()),
                                                row -> Reads.id(row, "id")))
                        .orElseThrow(
                                () ->
                                        NOT_FOUND.because(
                                                "There is no such invitation: it is unknown, was accepted or has expired."));
        var issued = Token.issue(session.find(Account.class, account), "Invitation", null);
        session.flush();
        changes.record(Change.of(AccountAct.JOINED, account));
        changes.record(Change.of(TokenAct.CREATED, issued.token().id));
        return issued;
    }
}
