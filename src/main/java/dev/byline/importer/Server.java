package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.importer.report.Halt;
import dev.byline.importer.report.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The running Byline. A request that meets a busy server, or none, is tried again until it is
/// answered or patience ends: a `PUT` does the same twice, and a `POST` carries the key that
/// makes it so.
final class Server implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final String API = "/api/v1/";

    private final URI base;
    private final String token;
    private final Duration patience;
    private final String run = UUID.randomUUID().toString();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    // what was renamed in Byline is found by its former slug
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    Server(URI base, String token, Duration patience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
    }

    /// Asks something that costs little, to learn whether there is a Byline and it lets this
    /// token in.
    void greet() {
        try {
            var reply = reply(client.send(request("authors?limit=1").GET().build(), BODY), false);
            if (!reply.isSuccess() || !reply.body().path("data").isArray()) {
                throw new Halt(
                        "What answers at " + base + " is no Byline (" + reply.status() + ").");
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    private static final HttpResponse.BodyHandler<byte[]> BODY = BodyHandlers.ofByteArray();

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, Object body, String key) {
        return send(
                request(path)
                        .header("Idempotency-Key", run + "-" + key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    /// @param etag what must be there still, or null where there must be nothing
    Reply put(String path, Object body, String etag) {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(Json.write(body)));
        if (etag != null) request.header("If-Match", etag);
        return send(request);
    }

    /// @param etag what must be there still
    Reply delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE());
    }

    /// All of a list, page by page.
    List<JsonNode> all(String path) throws Refusal {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var from = next.isEmpty() ? "" : "&after=" + encoded(next);
            var page =
                    get(path + (path.contains("?") ? "&" : "?") + "limit=100" + from).orRefusal();
            page.body().path("data").forEach(all::add);
            next = page.body().path("page").path("next").asText("");
        } while (!next.isEmpty());
        return all;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(API + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        var end = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        for (var retried = false; ; retried = true) {
            var wait = pause;
            try {
                var response = client.send(request, BODY);
                if (!BUSY.contains(response.statusCode())) return reply(response, retried);
                wait = retryAfter(response, pause);
                if (isOver(end, wait)) throw busy(response);
            } catch (IOException e) {
                if (isOver(end, wait)) throw unreachable(e);
            } catch (InterruptedException _) {
                throw interrupted();
            }
            sleep(wait);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static boolean isOver(long end, Duration wait) {
        return System.nanoTime() + wait.toNanos() > end;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration retryAfter(HttpResponse<?> response, Duration otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(otherwise);
    }

    private Reply reply(HttpResponse<byte[]> response, boolean retried) {
        switch (response.statusCode()) {
            case 401 -> throw new Halt("Byline at " + base + " does not know the token.");
            case 403 -> throw new Halt("The token may not do this: an import takes an editor's.");
            default -> {}
        }
        return new Reply(
                response.statusCode(),
                Json.read(response.body()),
                response.headers().firstValue("ETag").orElse(null),
                retried);
    }

    private Halt unreachable(IOException e) {
        var reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return new Halt("No Byline answers at " + base + reason + ".");
    }

    private Halt busy(HttpResponse<?> response) {
        return new Halt("Byline at " + base + " is too busy (" + response.statusCode() + ").");
    }

    private static Halt interrupted() {
        Thread.currentThread().interrupt();
        return new Halt("Interrupted.");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
