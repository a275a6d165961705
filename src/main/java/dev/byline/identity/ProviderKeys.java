package dev.byline.identity;

import java.io.IOException;
import java.security.Key;
import java.util.List;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/// The keys that the identity provider publishes, found by its metadata (OpenID Connect Discovery
/// 1.0) when the first token comes. They are kept as long as it says. One that is not among them
/// is looked for anew every ten seconds at most: so long a new key may take to be known, and so
/// seldom a made-up name leads to a request.
final class ProviderKeys implements VerificationKeyResolver {
    private static final long REPRIEVE_MILLIS = 10_000;
    private static final long HOUR = 3_600;

    private final OidcSettings settings;
    private VerificationKeyResolver published;

    ProviderKeys(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        return published().resolveKey(token, nesting);
    }

    private synchronized VerificationKeyResolver published() throws UnresolvableKeyException {
        if (published == null) {
            published = new HttpsJwksVerificationKeyResolver(keys());
        }
        return published;
    }

    private HttpsJwks keys() throws UnresolvableKeyException {
        try {
            var keys = new HttpsJwks(ProviderMetadata.of(settings).keys());
            keys.setSimpleHttpGet(ProviderMetadata.get());
            keys.setRefreshReprieveThreshold(REPRIEVE_MILLIS);
            keys.setRetainCacheOnErrorDuration(HOUR);
            return keys;
        } catch (IOException away) {
            throw new UnresolvableKeyException("No metadata of the identity provider", away);
        }
    }
}
