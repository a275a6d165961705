package dev.byline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// A small publication to look at: what its editors and readers would have sent to a new
/// installation, sent over HTTP as they would. In it `@tomorrow` stands for eight o'clock (UTC) of
/// the next day.
final class Demo {
    private static final String PUBLICATION = "/demo/publication.json";

    private final String api;
    private final String token;

    /// @param token an editor's
    Demo(String server, String token) {
        this.api = server + "/api/v1";
        this.token = token;
    }

    void run() throws IOException, InterruptedException {
        try (var requests = Demo.class.getResourceAsStream(PUBLICATION);
                var client = HttpClient.newHttpClient()) {
            for (var request : new ObjectMapper().readTree(requests)) {
                var answer = client.send(of(request), BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException(request.path("path").asText() + ": " + answer.body());
                }
            }
        }
    }

    private HttpRequest of(JsonNode request) {
        var body = request.path("body").toString().replace("@tomorrow", tomorrow());
        var made =
                HttpRequest.newBuilder(URI.create(api + request.path("path").asText()))
                        .header("Content-Type", "application/json")
                        .method(request.path("method").asText(), BodyPublishers.ofString(body));
        return request.path("guest").asBoolean()
                ? made.build()
                : made.header("Authorization", "Bearer " + token).build();
    }

    private static String tomorrow() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        return day.atTime(8, 0).toInstant(ZoneOffset.UTC).toString();
    }
}
