package dev.byline.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Lets the server listen with TLS, by a certificate that is made for the run.
public final class TestCertificate implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "for the tests";

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("byline-certificate");
            var keys = folder.resolve("keys.p12");
            make(keys);
            return Map.of(
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.http.ssl.certificate.key-store-file",
                    keys.toString(),
                    "quarkus.http.ssl.certificate.key-store-password",
                    PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void make(Path keys) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "byline",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(folder.resolve("keys.p12"));
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
