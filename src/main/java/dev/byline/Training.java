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
                    "/api/v1/articles?limit=1",
                    "/api/v1/articles?limit=5&sort=-publishedAt&include=authors,tags&count=exact",
                    "/api/v1/articles/a-trial",
                    "/api/v1/articles/a-trial/comments",
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

    /// What is answered does not matter, only that it is. There are two articles, so that a list
    /// may have another page, and what an editor sees is asked for by a reader as well.
    void run() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 2; i++) {
                client.send(
                        editors("/api/v1/articles")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(ARTICLE))
                                .build(),
                        BodyHandlers.discarding());
            }
            for (String visit : VISITS) {
                client.send(editors(visit).build(), BodyHandlers.discarding());
                client.send(readers(visit).build(), BodyHandlers.discarding());
            }
        }
    }

    private HttpRequest.Builder editors(String path) {
        return readers(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder readers(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }
}
