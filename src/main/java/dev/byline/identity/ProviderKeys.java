package dev.byline.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.Key;
import java.util.List;
import org.jose4j.http.Get;
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
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final long REPRIEVE_MILLIS = 10_000;
    private static final long HOUR = 3_600;

    private final OidcSettings settings;
    private final Get get = get();
    private VerificationKeyResolver published;

    ProviderKeys(OidcSettings settings) {
        this.settings = settings;
    }

    private static Get get() {
        var get = new Get();
        get.setConnectTimeout(PATIENCE_MILLIS);
        get.setReadTimeout(PATIENCE_MILLIS);
        get.setRetries(0);
        get.setResponseBodySizeLimit(MOST_BYTES);
        return get;
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
            var keys = new HttpsJwks(address(metadata()));
            keys.setSimpleHttpGet(get);
            keys.setRefreshReprieveThreshold(REPRIEVE_MILLIS);
            keys.setRetainCacheOnErrorDuration(HOUR);
            return keys;
        } catch (IOException away) {
            throw new UnresolvableKeyException("No metadata of the identity provider", away);
        }
    }

    private JsonNode metadata() throws IOException {
        return new ObjectMapper().readTree(get.get(settings.discovery().toString()).getBody());
    }

    /// Metadata of another issuer are no metadata of this one.
    private String address(JsonNode metadata) throws IOException {
        var keys = metadata.path("jwks_uri").asText();
        if (!metadata.path("issuer").asText().equals(settings.issuer().orElseThrow())
                || keys.isEmpty()) {
            throw new IOException("The metadata are of another issuer, or name no keys");
        }
        return keys;
    }
}
