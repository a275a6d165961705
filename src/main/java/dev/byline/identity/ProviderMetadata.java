package dev.byline.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jose4j.http.Get;

/// What the identity provider tells of itself (OpenID Connect Discovery 1.0): where its keys are,
/// and where people sign in.
public record ProviderMetadata(String keys, String authorization, String token) {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 1 << 20;

    /// Asks the provider.
    ///
    /// @throws IOException also for metadata of another issuer, which are none of this one
    public static ProviderMetadata of(OidcSettings settings) throws IOException {
        var said =
                new ObjectMapper().readTree(get().get(settings.discovery().toString()).getBody());
        if (!said.path("issuer").asText().equals(settings.issuer().orElseThrow())) {
            throw new IOException("The metadata are of another issuer");
        }
        return new ProviderMetadata(
                said.path("jwks_uri").asText(),
                said.path("authorization_endpoint").asText(),
                said.path("token_endpoint").asText());
    }

    /// Bounded in time and size.
    static Get get() {
        var get = new Get();
        get.setConnectTimeout(PATIENCE_MILLIS);
        get.setReadTimeout(PATIENCE_MILLIS);
        get.setRetries(0);
        get.setResponseBodySizeLimit(MOST_BYTES);
        return get;
    }
}
