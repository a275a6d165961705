package dev.byline.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/// A small identity provider: its metadata, and the key with which tests sign what it would have
/// signed.
final class TestIssuer {
    private final HttpServer server;
    private final RsaJsonWebKey key;

    private TestIssuer(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.key = key;
    }

    /// @return the settings of the server, and the key as `test.issuer-key`
    static Map<String, String> start() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("first");
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(server, key);
            server.createContext("/.well-known/openid-configuration", issuer::metadata);
            server.createContext("/keys", issuer::keys);
            server.start();
            return Map.of(
                    "byline.oidc-issuer",
                    issuer.address(),
                    "byline.oidc-roles",
                    "realm_access.roles",
                    "test.issuer-key",
                    key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void metadata(HttpExchange exchange) throws IOException {
        send(exchange, "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(address()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        send(exchange, new JsonWebKeySet(key).toJson());
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
