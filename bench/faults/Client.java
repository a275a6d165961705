package bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Somebody who uses a server: an editor, with a token, or a reader without one.
///
/// @param address of the server, `http://host:port`
/// @param token null for a reader
record Client(String address, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What came back.
    ///
    /// @param status 0 where the connection broke or nothing came for a minute
    /// @param retryAfter seconds, or -1
    /// @param etag null where there is none
    record Answer(int status, String body, long retryAfter, String etag, Duration took) {
        boolean isGood() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }
    }

    Client with(String newToken) {
        return new Client(address, newToken);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body, String key) {
        var request = request(path).POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    Answer patch(String path, String body) {
        return send(request(path).method("PATCH", BodyPublishers.ofString(body)));
    }

    /// @param body null for none
    Answer conditional(String method, String path, String body, String ifMatch) {
        var sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(request(path).header("If-Match", ifMatch).method(method, sent));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        request.timeout(PATIENCE).header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        long begin = System.nanoTime();
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            long retry = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
            String etag = answer.headers().firstValue("ETag").orElse(null);
            return new Answer(answer.statusCode(), answer.body(), retry, etag, since(begin));
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()), -1, null, since(begin));
        } catch (InterruptedException e) {
            throw new CancellationException("nobody waits for the answer any more");
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
