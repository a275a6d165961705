package dev.byline.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/// An access token as the identity provider of the tests would sign it, or as somebody would who is
/// not that.
public final class TestJwt {
    public final JwtClaims claims = new JwtClaims();
    public final JsonWebSignature signature = new JsonWebSignature();

    private TestJwt() {}

    /// Of a new person with this role.
    public static TestJwt of(String role) {
        var jwt = new TestJwt();
        jwt.claims.setIssuer(setting("byline.oidc-issuer"));
        jwt.claims.setAudience("byline");
        jwt.claims.setSubject(UUID.randomUUID().toString());
        jwt.claims.setClaim("preferred_username", "robin-" + UUID.randomUUID());
        jwt.claims.setClaim("realm_access", Map.of("roles", List.of("offline_access", role)));
        jwt.claims.setExpirationTimeMinutesInTheFuture(5);
        jwt.signature.setKey(key().getPrivateKey());
        jwt.signature.setKeyIdHeaderValue("first");
        jwt.signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jwt;
    }

    public static RsaJsonWebKey key() {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(setting("test.issuer-key"));
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    public String text() {
        try {
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
