package dev.byline.identity;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/// The identity provider (OpenID Connect) whose access tokens are taken beside Byline's own. There
/// is none without an issuer.
@Singleton
public final class OidcSettings {
    private static final Set<String> ALGORITHMS =
            Set.of(
                    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
                    "EdDSA");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<String> issuer;
    private final String audience;
    private final String algorithm;
    private final String roles;
    private final Optional<String> client;

    OidcSettings(Config config) {
        this.issuer = text(config, "issuer");
        this.audience = text(config, "audience").orElse("byline");
        this.algorithm = text(config, "algorithm").orElse("RS256");
        this.roles = text(config, "roles").orElse("roles");
        this.client = text(config, "client");
        check();
    }

    public static OidcSettings of(Config config) {
        return new OidcSettings(config);
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue("byline.oidc-" + name, String.class);
    }

    private void check() {
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException(
                    "BYLINE_OIDC_ALGORITHM must be one of %s: not %s"
                            .formatted(String.join(", ", ALGORITHMS), algorithm));
        }
        issuer.map(URI::create).ifPresent(OidcSettings::check);
    }

    /// Who listens on the way could else answer with keys of their own.
    private static void check(URI issuer) {
        var isSafe = "https".equals(issuer.getScheme()) || HERE.contains(issuer.getHost());
        if (!isSafe || issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException(
                    "BYLINE_OIDC_ISSUER must be an https address without query: not " + issuer);
        }
    }

    public Optional<String> issuer() {
        return issuer;
    }

    String audience() {
        return audience;
    }

    /// Of the signatures; others are none.
    String algorithm() {
        return algorithm;
    }

    /// The claim that names roles, with dots to what is within: `realm_access.roles`.
    String roles() {
        return roles;
    }

    /// By which people sign in from the documentation.
    public Optional<String> client() {
        return client;
    }

    /// From where the documentation fetches what it takes to sign in there.
    public Optional<String> origin() {
        return client.flatMap(_ -> issuer)
                .map(URI::create)
                .map(one -> "%s://%s".formatted(one.getScheme(), one.getRawAuthority()));
    }

    public URI discovery() {
        return URI.create(
                issuer.orElseThrow().replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}
