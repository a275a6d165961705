package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/// Media types, and the entry of a `content` object that one of them falls under.
final class MediaTypes {

    private MediaTypes() {}

    /// The media type of a message without its parameters, empty when it names none.
    static String bare(HttpHeaders headers) {
        var value = headers.firstValue("Content-Type").orElse("");
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /// The most specific entry wins: `text/html`, then `text/*`, then `*/*`.
    static Optional<JsonNode> entry(JsonNode content, String type) {
        for (var range : new String[] {type, type.replaceFirst("/.*", "/*"), "*/*"}) {
            for (var entry : content.properties()) {
                if (entry.getKey().equalsIgnoreCase(range)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
