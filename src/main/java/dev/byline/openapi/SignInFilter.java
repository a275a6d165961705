package dev.byline.openapi;

import dev.byline.identity.OidcSettings;
import dev.byline.identity.ProviderMetadata;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.logging.Logger;

/// Tells the document of a server where people sign in, if the settings name a client for that: the
/// Swagger UI then does so, by the authorization code with PKCE (RFC 7636). The published document
/// knows of no installation.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class SignInFilter implements OASFilter {
    private static final Logger LOG = Logger.getLogger(SignInFilter.class);
    private static final String TOKEN = "token";
    private static final String PROVIDER = "provider";

    private final OidcSettings settings = OidcSettings.of(ConfigProvider.getConfig());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        settings.client()
                .filter(_ -> settings.issuer().isPresent())
                .ifPresent(client -> tell(document, client));
    }

    private void tell(OpenAPI document, String client) {
        try {
            var scheme = scheme(ProviderMetadata.of(settings), client);
            document.getComponents().addSecurityScheme(PROVIDER, scheme);
            SchemaTree.operations(document).forEach(SignInFilter::tell);
        } catch (IOException away) {
            LOG.warnf(
                    "Nobody can sign in from /docs before a restart: the identity provider does not answer (%s)",
                    away.getMessage());
        }
    }

    /// Of the kind `openIdConnect` the Swagger UI shows nothing.
    private static SecurityScheme scheme(ProviderMetadata provider, String client) {
        var flow =
                OASFactory.createOAuthFlow()
                        .authorizationUrl(provider.authorization())
                        .tokenUrl(provider.token())
                        .scopes(Map.of("openid", "Who you are."));
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(OASFactory.createOAuthFlows().authorizationCode(flow))
                .description("Sign in at the identity provider, as client `%s`.".formatted(client));
    }

    private static void tell(Operation operation) {
        var takesTokens =
                operation.getSecurity() != null
                        && operation.getSecurity().stream().anyMatch(one -> one.hasScheme(TOKEN));
        if (takesTokens) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(PROVIDER, List.of()));
        }
    }
}
