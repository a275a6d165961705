package dev.byline.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/// No HTTP/2 without TLS. No browser speaks it so, and an upgrade that a proxy lets through takes
/// a connection past that proxy's rules.
@Singleton
class CleartextHttp1 implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
