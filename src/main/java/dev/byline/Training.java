package dev.byline;

import dev.byline.cache.ResponseCache;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// What readers and editors do, on the publication of the demo, for the JDK to see which classes
/// that takes: those go into the AOT cache (JEP 483). It is run once after a build, on a database
/// of its own. It is short on purpose: with what the JDK keeps of methods from a long one (JEP 515)
/// a server was warm later, not sooner; bench/README.md has the figures.
final class Training {
    private static final int PEOPLE = 8;
    private static final int ROUNDS = 2;

    private static final List<String> STORIES =
            List.of(
                    "a-night-at-the-council",
                    "the-bridge-that-opens-twice",
                    "what-the-gulls-cost",
                    "a-school-without-bells",
                    "learning-to-lose-at-chess",
                    "swimming-in-november");

    /// Of the API, with the slug of a story for `@story`.
    private static final List<String> READ_OFTEN =
            List.of(
                    "/articles/@story",
                    "/articles",
                    "/articles/@story",
                    "/articles/@story/comments",
                    "/articles/@story",
                    "/articles?limit=5&sort=-publishedAt&include=authors,tags",
                    "/articles/@story",
                    "/articles?q=harbour",
                    "/articles?filter=authors.slug==dani-graham;tags.slug==politics",
                    "/articles?tag=politics");

    private static final List<String> READ_ONCE =
            List.of(
                    "/api/v1/articles?limit=1",
                    "/api/v1/articles?count=exact&facets=tags,authors,year,language",
                    "/api/v1/articles/@story?include=previous,next,related",
                    "/api/v1/articles/archive",
                    "/api/v1/search?q=habour",
                    "/api/v1/authors?sort=articleCount&include=articleCount",
                    "/api/v1/authors/dani-graham",
                    "/api/v1/tags",
                    "/api/v1/comments",
                    "/api/v1/nowhere",
                    "/openapi?format=json",
                    "/docs/",
                    "/q/health/ready",
                    "/q/metrics");

    private static final String EDIT = "{\"summary\": \"Round %d.\", \"publication\": {}}";
    private static final String COMMENT = "{\"name\": \"A reader\", \"body\": \"Well *put*.\"}";

    private final String server;
    private final String token;
    private final ResponseCache cache;

    /// @param token an editor's
    Training(String server, String token, ResponseCache cache) {
        this.server = server;
        this.token = token;
        this.cache = cache;
    }

    /// What is answered does not matter, only that it is.
    void run() throws Exception {
        new Demo(server, token).run();
        try (var client = HttpClient.newHttpClient();
                var people = Executors.newFixedThreadPool(PEOPLE)) {
            for (var path : READ_ONCE) {
                send(client, to(path, STORIES.getFirst()));
                send(client, asEditor(to(path, STORIES.getFirst())));
            }
            for (var person : started(people, client)) {
                person.get();
            }
        }
    }

    private List<Future<Void>> started(ExecutorService people, HttpClient client) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> people.submit(() -> dailyRounds(client, number)))
                .toList();
    }

    private Void dailyRounds(HttpClient client, int person)
            throws IOException, InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            var story = STORIES.get((person + round) % STORIES.size());
            for (var path : READ_OFTEN) {
                if (round > 0) {
                    cache.dropEverything();
                }
                send(client, to("/api/v1" + path, story));
            }
            send(client, asEditor(to("/api/v1/articles/@story", story)));
            send(client, with("POST", COMMENT, to("/api/v1/articles/@story/comments", story)));
            var edit = to("/api/v1/articles/@story", story);
            send(client, asEditor(with("PATCH", EDIT.formatted(round), edit)));
        }
        return null;
    }

    private static void send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder to(String path, String story) {
        return HttpRequest.newBuilder(URI.create(server + path.replace("@story", story)));
    }

    private HttpRequest.Builder asEditor(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder with(
            String method, String body, HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }
}
