package dev.byline.identity;

import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Lets in whom the identity provider knows, where one is set. Nothing of it is loaded before the
/// first of its tokens comes.
@Singleton
class ProviderSignIn {
    private static final Logger LOG = Logger.getLogger(ProviderSignIn.class);

    /// The compact form of a JWS (RFC 7515).
    private static final Pattern JWT =
            Pattern.compile("[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]*");

    private final OidcSettings settings;
    private final ProviderAccounts accounts;
    private final AtomicBoolean isFailing = new AtomicBoolean();
    private ProviderTokens tokens;

    ProviderSignIn(OidcSettings settings, ProviderAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /// Whether it looks like one of the provider's.
    boolean mayRead(String bearer) {
        return settings.issuer().isPresent() && JWT.matcher(bearer).matches();
    }

    ProviderToken read(String jwt) throws ProviderTokens.Refused, ProviderTokens.Away {
        try {
            var token = tokens().read(jwt);
            if (isFailing.getAndSet(false)) {
                LOG.info("The identity provider answers again");
            }
            return token;
        } catch (ProviderTokens.Away away) {
            if (!isFailing.getAndSet(true)) {
                LOG.errorf(
                        "The identity provider does not answer: %s",
                        ExceptionUtil.getRootCause(away));
            }
            throw away;
        }
    }

    private synchronized ProviderTokens tokens() {
        if (tokens == null) {
            tokens = new ProviderTokens(settings);
        }
        return tokens;
    }

    FoundToken account(ProviderToken token, InetAddress from) {
        return accounts.of(token, from.getHostAddress());
    }
}
