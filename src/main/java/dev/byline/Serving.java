package dev.byline;

import dev.byline.cache.ResponseCache;
import dev.byline.identity.FirstStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What happens once the server listens: a new installation gets its administrator, and whoever
/// started it is told where it is.
public final class Serving implements QuarkusApplication {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FirstStart firstStart;
    private final OpenApiDocumentService documents;
    private final ResponseCache cache;
    private final String host;
    private final int port;

    Serving(
            FirstStart firstStart,
            OpenApiDocumentService documents,
            ResponseCache cache,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.firstStart = firstStart;
        this.documents = documents;
        this.cache = cache;
        this.host = host;
        this.port = port;
    }

    @Override
    public int run(String... args) throws Exception {
        Optional<String> secret = firstStart.welcome();
        if (List.of(args).contains("train")) {
            new Training(server(), secret.orElseThrow(), cache).run();
        } else {
            if (List.of(args).contains("demo") && secret.isPresent()) {
                new Demo(server(), secret.get()).run();
            }
            greet(secret);
            // LateDocument makes it here, on no event loop; what is wrong with it ends the server.
            // The first requests need the processors before that
            Thread.sleep(SECOND);
            documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
            Quarkus.waitForExit();
        }
        return 0;
    }

    private String server() {
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
    }

    private void greet(Optional<String> secret) {
        System.out.printf(
                """

                Byline is running.

                  API         %1$s/api/v1
                  Swagger UI  %1$s/docs

                  curl %1$s/api/v1/articles

                """,
                server());
        secret.ifPresent(
                token ->
                        System.out.printf(
                                """
                                An article of your own:

                                  curl %1$s/api/v1/articles -H 'Content-Type: application/json' \\
                                    -H "Authorization: Bearer $TOKEN" \\
                                    -d '{"title":"Hello","body":"It *works*.","publication":{}}'

                                The administrator's token, shown this once:

                                  export TOKEN=%2$s

                                """,
                                server(), token));
    }
}
