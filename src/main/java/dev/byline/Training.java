package dev.byline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// A server's day in a second, for the JDK to see which classes that takes: those go into the AOT
/// cache. It is run once after a build, on a database of its own.
final class Training {

    private static final List<String> VISITS =
            List.of(
                    "/api/v1/articles",
                    "/api/v1/articles?limit=5&sort=-publishedAt&include=authors,tags&count=exact",
                    "/api/v1/authors",
                    "/api/v1/tags",
                    "/api/v1/comments",
                    "/api/v1/nowhere",
                    "/openapi?format=json",
                    "/docs/",
                    "/q/health/ready",
                    "/q/metrics");

    private static final String ARTICLE =
            """
            {"title": "A trial", "body": "It *works*.", "publication": {}}
            """;

    private final String server;
    private final String token;

    Training(String server, String token) {
        this.server = server;
        this.token = token;
    }

    /// What is answered does not matter, only that it is.
    void run() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    request("/api/v1/articles").POST(BodyPublishers.ofString(ARTICLE)).build(),
                    BodyHandlers.discarding());
            for (String visit : VISITS) {
                client.send(request(visit).build(), BodyHandlers.discarding());
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
