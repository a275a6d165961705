package dev.byline.connection;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/// Gives each connection of the server handlers of ours, from its first byte on. Vert.x offers no
/// other way to them: what it cannot read it answers by itself, without a body or a header, and
/// much of what RFC 9112 forbids it lets pass.
public final class ConnectionSetup implements VertxServiceProvider {
    private static volatile HttpServerOptions limits;

    /// Of the server that is about to listen: Vert.x itself keeps them from its transport.
    public static void limit(HttpServerOptions options) {
        limits = options;
    }

    static HttpServerOptions limits() {
        return limits;
    }

    /// Called once, before anything listens.
    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new ServerTransport(builder.findTransport()));
    }
}
