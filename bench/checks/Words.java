package bench.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Whether the words of a publication are found: draws them from the texts that a running server
/// gives to readers, takes off what stands around them as a person would who types them, and asks
/// for the articles in which they stand.
final class Words {
    private static final int WORDS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    private Words(String api) {
        this.api = api;
    }

    private record Story(String id, String text) {}

    /// @param arguments the seed, or nothing
    static void main(String... arguments) throws Exception {
        var server = Optional.ofNullable(System.getenv("BYLINE_URL"));
        var words = new Words(server.orElse("http://localhost:8080") + "/api/v1");
        var seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        System.exit(words.draw(new Random(seed)) ? 0 : 1);
    }

    private boolean draw(Random random) throws IOException, InterruptedException {
        var stories = stories();
        int missed = 0;
        int ignored = 0;
        for (int drawn = 0; drawn < WORDS; ) {
            var story = stories.get(random.nextInt(stories.size()));
            var pieces = story.text.strip().split("\\s+");
            var word = typed(pieces[random.nextInt(pieces.length)]);
            if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            drawn++;
            var answer =
                    get("/articles?fields=id&q=" + encode(word) + "&filter=id==" + story.id);
            if (!answer.at("/search/ignored").isEmpty()) {
                ignored++;
            } else if (answer.path("data").isEmpty()) {
                missed++;
                IO.println("not found: " + word + " of " + story.id);
            }
        }
        IO.println(
                "%,d words of %,d articles, %,d of them stop words: %,d not found"
                        .formatted(WORDS, stories.size(), ignored, missed));
        return missed == 0;
    }

    /// Without quotation marks, brackets and whatever else stands at the ends of a word.
    private static String typed(String piece) {
        return piece.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M}]+$", "");
    }

    private List<Story> stories() throws IOException, InterruptedException {
        var stories = new ArrayList<Story>();
        var after = "";
        do {
            var page = get("/articles?fields=id,bodyText&limit=20" + after);
            for (var article : page.path("data")) {
                var text = article.path("bodyText").asText();
                if (!text.isBlank()) {
                    stories.add(new Story(article.path("id").asText(), text));
                }
            }
            var next = page.at("/page/next");
            after = next.isTextual() ? "&after=" + encode(next.asText()) : null;
        } while (after != null);
        return stories;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + path)).build();
        for (int tries = 0; ; tries++) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body());
            }
            if (answer.statusCode() != 503 || tries == 10) {
                throw new IOException(path + ": " + answer.body());
            }
            Thread.sleep(1_000);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
