package dev.byline.account;

import static dev.byline.http.ProblemType.LAST_ADMIN;

import dev.byline.identity.Account;
import dev.byline.identity.Role;
import dev.byline.identity.Token;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import org.hibernate.Session;

/// Somebody must always be able to make accounts and tokens: an administrator who is not suspended,
/// with a token that does not expire and has no scopes.
@Singleton
class LastAdmin {
    private final Session session;

    LastAdmin(Session session) {
        this.session = session;
    }

    void stays(Account leaving) {
        if (leaving.role == Role.ADMIN) {
            check("t.account <> :leaving", leaving);
        }
    }

    void stays(Token leaving) {
        if (leaving.account.role == Role.ADMIN && isForAll(leaving)) {
            check("t <> :leaving", leaving);
        }
    }

    private static boolean isForAll(Token token) {
        return token.expiresAt == null && token.scopes == null;
    }

    /// The administrators are locked, so that the last two do not delete each other.
    private void check(String others, Object leaving) {
        session.createSelectionQuery("from Account where role = ADMIN order by id", Account.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        var left =
                session.createSelectionQuery(
                                """
                                select count(*) from Token t
                                where t.account.role = ADMIN and not t.account.suspended
                                    and t.expiresAt is null and t.scopes is null and
                                """
                                        + others,
                                Long.class)
                        .setParameter("leaving", leaving)
                        .getSingleResult();
        if (left == 0) {
            throw LAST_ADMIN.because(
                    "Nobody else is an administrator with a token that does not expire and has no scopes.");
        }
    }
}
