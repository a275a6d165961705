package dev.byline.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A Keycloak of its own, which the profile `keycloak` has unpacked, with the realm `newsroom`.
public final class Keycloak implements QuarkusTestResourceLifecycleManager {
    private static final Path HOME = Path.of("target", "keycloak", "keycloak-26.7.3");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Process server;

    /// After the one that sets a small provider.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            var realm = HOME.resolve("data/import/newsroom-realm.json");
            Files.createDirectories(realm.getParent());
            try (var source = Keycloak.class.getResourceAsStream("/newsroom-realm.json")) {
                Files.write(realm, source.readAllBytes());
            }
            int port = freePort();
            server =
                    new ProcessBuilder(
                                    HOME.resolve("bin/kc.sh").toAbsolutePath().toString(),
                                    "start-dev",
                                    "--import-realm",
                                    "--http-host=127.0.0.1",
                                    "--http-port=" + port,
                                    "--http-management-port=" + freePort())
                            .redirectErrorStream(true)
                            .redirectOutput(HOME.resolve("log.txt").toFile())
                            .start();
            var issuer = "http://127.0.0.1:%d/realms/newsroom".formatted(port);
            Await.until(LONGEST, () -> answers(issuer));
            return Map.of("byline.oidc-issuer", issuer, "byline.oidc-client", "byline-docs");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String address) {
        try (var client = HttpClient.newHttpClient()) {
            Thread.sleep(Duration.ofSeconds(1));
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
        }
    }
}
