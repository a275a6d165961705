package dev.byline.account;

import static dev.byline.http.ProblemType.FORBIDDEN;

import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.connection.AddressRange;
import dev.byline.http.FaultCode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Account;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.identity.Token;
import dev.byline.sql.DatabaseClock;
import dev.byline.text.Texts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/// Makes tokens, and none that lets do more than its account may, or than whoever makes it.
@Singleton
class TokenIssue {
    private final Session session;
    private final DatabaseClock clock;
    private final ChangeLog changes;
    private final LastAdmin lastAdmin;
    private final SecurityIdentity identity;

    TokenIssue(
            Session session,
            DatabaseClock clock,
            ChangeLog changes,
            LastAdmin lastAdmin,
            SecurityIdentity identity) {
        this.session = session;
        this.clock = clock;
        this.changes = changes;
        this.lastAdmin = lastAdmin;
        this.identity = identity;
    }

    Token.Issued make(TokenInput input) {
        mustBeInFuture(input.expiresAt());
        var account = account(input.account());
        mustBeWithin(account, input.scopes(), "/scopes");
        mustBeWithin(input.addresses());
        return made(account, input.name(), input.scopes(), input.addresses(), input.expiresAt());
    }

    /// With the same rights and name. The former one ends after the overlap, if not before.
    Token.Issued replace(Token former, ReplacementInput input) {
        mustBeInFuture(input.expiresAt());
        mustBeWithin(former.account, former.scopes, "");
        mustBeTakenWithinOwn(former);
        var issued =
                made(
                        former.account,
                        former.name,
                        former.scopes,
                        former.addresses,
                        input.expiresAt());
        lastAdmin.stays(former);
        var end = clock.now().plus(Duration.ofMinutes(input.overlapMinutes()));
        if (former.expiresAt == null || former.expiresAt.isAfter(end)) {
            former.expiresAt = end;
        }
        changes.record(Change.of(TokenAct.REPLACED, former.id));
        return issued;
    }

    private Token.Issued made(
            Account account,
            String name,
            List<Permission> scopes,
            List<String> addresses,
            Instant expiresAt) {
        var issued = Token.issue(account, name, expiresAt);
        issued.token().scopes = scopes;
        issued.token().addresses = addresses;
        session.flush();
        changes.record(Change.of(TokenAct.CREATED, issued.token().id));
        return issued;
    }

    private void mustBeInFuture(Instant end) {
        if (end != null && !end.isAfter(clock.now())) {
            throw ProblemException.invalid(
                    "/expiresAt", FaultCode.NOT_IN_FUTURE, "must be in the future");
        }
    }

    /// @param scopes null for all that the account may
    private void mustBeWithin(Account account, List<Permission> scopes, String pointer) {
        var allowed = Permission.of(account.role);
        var caller = Caller.of(identity);
        var beyond =
                (scopes == null ? allowed : scopes)
                        .stream()
                                .filter(one -> !allowed.contains(one) || !caller.may(one))
                                .map(Permission::text)
                                .toList();
        if (!beyond.isEmpty()) {
            throw ProblemException.invalid(
                    pointer,
                    FaultCode.BEYOND_RIGHTS,
                    "must not have what the account, or the token of this request, may not: "
                            + String.join(", ", beyond));
        }
    }

    private void mustBeWithin(List<String> addresses) {
        var own = own();
        if (addresses == null && own == null) {
            return;
        }
        if (addresses == null) {
            throw ProblemException.invalid(
                    "/addresses",
                    FaultCode.BEYOND_RIGHTS,
                    "must be named, for the token of this request has some");
        }
        var faults = new ArrayList<Fault>();
        for (var n = 0; n < addresses.size(); n++) {
            check("/addresses/" + n, addresses.get(n), own, faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /// A token with ranges gets no secret that works beyond them by replacing one that has none.
    private void mustBeTakenWithinOwn(Token former) {
        var own = own();
        if (own != null && !areWithin(former.addresses, own)) {
            throw ProblemException.invalid(
                    "",
                    FaultCode.BEYOND_RIGHTS,
                    "must not name a token that is taken from where the token of this request is not");
        }
    }

    private static boolean areWithin(List<String> addresses, List<String> own) {
        return addresses != null
                && addresses.stream()
                        .flatMap(text -> AddressRange.parse(text).stream())
                        .allMatch(range -> own.stream().anyMatch(one -> holds(one, range)));
    }

    /// The ranges of the token of this request, or null.
    private List<String> own() {
        var id = Caller.of(identity).tokenId();
        var token = id == null ? null : session.find(Token.class, id);
        return token == null ? null : token.addresses;
    }

    private static void check(String pointer, String text, List<String> own, List<Fault> faults) {
        var range = AddressRange.parse(text);
        if (range.isEmpty()) {
            faults.add(
                    Fault.inBody(
                            pointer,
                            FaultCode.INVALID_RANGE,
                            "is no address and no range of them"));
        } else if (own != null && own.stream().noneMatch(one -> holds(one, range.get()))) {
            faults.add(
                    Fault.inBody(
                            pointer,
                            FaultCode.BEYOND_RIGHTS,
                            "is in no range of the token of this request"));
        }
    }

    private static boolean holds(String range, AddressRange other) {
        return AddressRange.parse(range).filter(one -> one.holds(other)).isPresent();
    }

    /// @param reference null for the caller's own
    private Account account(String reference) {
        var caller = Caller.of(identity);
        var account = named(reference == null ? caller.accountId().toString() : reference, caller);
        if (!account.id.equals(caller.accountId()) && !caller.mayOnAny(Permission.TOKENS_MANAGE)) {
            throw others();
        }
        return account;
    }

    private static RuntimeException others() {
        return FORBIDDEN.because("Tokens of other accounts are for administrators.");
    }

    /// Whoever may make none of others hears nothing of them.
    private Account named(String reference, Caller caller) {
        return session.createSelectionQuery(
                        """
                        from Account where name = :name or nameKey = :key or id = :id
                        order by case when id = :id then 0 when name = :name then 1 else 2 end
                        """,
                        Account.class)
                .setParameter("name", reference)
                .setParameter("key", Texts.caseless(Texts.trimmed(reference)))
                .setParameter("id", Uuids.parse(reference).orElse(null))
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () ->
                                caller.mayOnAny(Permission.TOKENS_MANAGE)
                                        ? ProblemException.invalid(
                                                "/account",
                                                FaultCode.UNKNOWN_ACCOUNT,
                                                "is no account of this id or name")
                                        : others());
    }
}
