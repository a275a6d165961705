package dev.byline.server;

import dev.byline.connection.ConnectionSetup;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/// What Quarkus has no settings for.
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private static void customize(HttpServerOptions options) {
        // No browser speaks HTTP/2 without TLS, and an upgrade that a proxy lets through takes a
        // connection past that proxy's rules
        options.setHttp2ClearTextEnabled(false);
        // In a filter it is an "and" (RSQL), not the end of a parameter
        options.setUseSemicolonAsQueryParamDelimiter(false);
        ConnectionSetup.limit(options);
    }
}
