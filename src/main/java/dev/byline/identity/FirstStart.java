package dev.byline.identity;

import dev.byline.database.CannotStart;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// Lets somebody in where nobody can be yet: gives an installation without accounts its first.
@Singleton
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final String SETTING = "byline.admin-token";

    /// Of no meaning but that every node locks the same.
    private static final long LOCK = 0x6279_6c69_6e65L;

    private final EntityManager database;
    private final Tokens tokens;
    private final Config config;

    FirstStart(EntityManager database, Tokens tokens, Config config) {
        this.database = database;
        this.tokens = tokens;
        this.config = config;
    }

    /// The token of the setting, which whoever installs Byline may choose.
    ///
    /// @throws CannotStart for one that is none: a weak secret must not open anything
    public static void check(Config config) {
        chosen(config);
    }

    private static Optional<Secret> chosen(Config config) {
        return config.getOptionalValue(SETTING, String.class)
                .map(
                        text ->
                                Secret.parse(text)
                                        .orElseThrow(
                                                () ->
                                                        new CannotStart(
                                                                "BYLINE_ADMIN_TOKEN is not a token of Byline's: ./byline token makes one.")));
    }

    /// Creates the administrator where there is no account. Of several nodes that start at the
    /// same moment on one database, one does.
    ///
    /// @return the secret to be shown, once; empty where there were accounts or the setting has
    /// it
    public Optional<String> welcome() {
        var chosen = chosen(config);
        var secret =
                tokens.haveOwners()
                        ? Optional.<String>empty()
                        : QuarkusTransaction.requiringNew().call(() -> create(chosen));
        if (chosen.isPresent() && !tokens.know(chosen.get())) {
            LOG.warn(
                    "BYLINE_ADMIN_TOKEN opens nothing: there are accounts already, and none has it");
        }
        return secret;
    }

    private Optional<String> create(Optional<Secret> chosen) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        if (tokens.haveOwners()) {
            return Optional.empty();
        }
        var admin = new Account("admin", Role.ADMIN);
        admin.persist();
        if (chosen.isPresent()) {
            Token.accept(chosen.get(), admin, "BYLINE_ADMIN_TOKEN", null);
            return Optional.empty();
        }
        return Optional.of(Token.issue(admin, "first start", null).secret().reveal());
    }
}
