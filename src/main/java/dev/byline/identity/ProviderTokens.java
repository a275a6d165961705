package dev.byline.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/// Reads the access tokens of the identity provider: JWTs (RFC 7519) that it signed by the one
/// algorithm of the setting, for Byline as their audience, with an end. The key is one that it
/// publishes: what a token says of keys and of where they are is not followed (RFC 8725).
final class ProviderTokens {
    private static final int SKEW_SECONDS = 30;
    private static final List<String> NAMES = List.of("preferred_username", "name", "email");

    /// For the log. What the library says holds the token itself.
    private static final Map<Integer, String> REASONS =
            Map.of(
                    ErrorCodes.EXPIRATION_MISSING, "it has no end",
                    ErrorCodes.EXPIRED, "it has expired",
                    ErrorCodes.NOT_YET_VALID, "it is not valid yet",
                    ErrorCodes.ISSUER_MISSING, "it names no issuer",
                    ErrorCodes.ISSUER_INVALID, "it is of another issuer",
                    ErrorCodes.AUDIENCE_MISSING, "it names no audience",
                    ErrorCodes.AUDIENCE_INVALID, "it is for another audience",
                    ErrorCodes.SUBJECT_MISSING, "it names no subject",
                    ErrorCodes.SIGNATURE_INVALID, "its signature is wrong");

    private final String roles;
    private final JwtConsumer consumer;

    ProviderTokens(OidcSettings settings) {
        this.roles = settings.roles();
        this.consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(
                                new AlgorithmConstraints(
                                        ConstraintType.PERMIT, settings.algorithm()))
                        .setVerificationKeyResolver(new ProviderKeys(settings))
                        .setExpectedIssuer(settings.issuer().orElseThrow())
                        .setExpectedAudience(settings.audience())
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                        .build();
    }

    /// That a token is not good, and why, for the log.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /// That it cannot be said, for the provider does not answer.
    static final class Away extends Exception {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(cause);
        }
    }

    ProviderToken read(String jwt) throws Refused, Away {
        try {
            return read(consumer.processToClaims(jwt));
        } catch (InvalidJwtException invalid) {
            if (isAway(invalid)) {
                throw new Away(invalid.getCause());
            }
            throw new Refused(reason(invalid));
        }
    }

    private static boolean isAway(Throwable failure) {
        var causes = Stream.iterate(failure, one -> one != null, Throwable::getCause).toList();
        return causes.stream().anyMatch(UnresolvableKeyException.class::isInstance)
                && causes.stream().anyMatch(IOException.class::isInstance);
    }

    private static String reason(InvalidJwtException invalid) {
        return invalid.getErrorDetails().stream()
                .map(error -> REASONS.get(error.getErrorCode()))
                .filter(known -> known != null)
                .findFirst()
                .orElse("its form, its algorithm or its key is not one that is taken");
    }

    private ProviderToken read(JwtClaims claims) throws Refused {
        var all = claims.getClaimsMap();
        var role =
                role(all)
                        .orElseThrow(
                                () -> new Refused("its claim %s names no role".formatted(roles)));
        var subject = (String) all.get("sub");
        var name =
                NAMES.stream()
                        .map(all::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(one -> !one.isBlank())
                        .findFirst()
                        .orElse(subject);
        return new ProviderToken((String) all.get("iss"), subject, name, role);
    }

    /// The one of those that are named that stands last in [Role].
    private Optional<Role> role(Map<String, Object> claims) {
        Object named = claims;
        for (var step : roles.split("\\.")) {
            named = named instanceof Map<?, ?> within ? within.get(step) : null;
        }
        var names = named instanceof Collection<?> several ? several : Arrays.asList(named);
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.text()))
                .max(Comparator.naturalOrder());
    }
}
