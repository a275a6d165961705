package dev.byline.support.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.byline.support.contract.Exchange.Request;
import dev.byline.support.contract.Exchange.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An exchange made by hand: right as it is created, and wrong in what a test changes.
record Sample(
        String method,
        String address,
        Map<String, String> sentHeaders,
        String sentBody,
        int status,
        Map<String, String> headers,
        String body) {

    static final JsonNode DOCUMENT = document();

    private static final Contract CONTRACT = new Contract(DOCUMENT);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Sample reading(String address) {
        return new Sample("GET", address, Map.of(), "", 200, Map.of(), text("story.json"))
                .header("Content-Type", "application/json")
                .header("ETag", "\"3\"");
    }

    static Sample replacing(String address) {
        return new Sample("PUT", address, Map.of(), "{\"name\": \"Ann\"}", 204, Map.of(), "")
                .sending("Content-Type", "application/json")
                .sending("Authorization", "Bearer byl_x")
                .sending("If-Match", "\"3\"");
    }

    static Sample problem(String method, String address, int status) {
        var body = "{\"type\": \"/problems/some\", \"status\": %d}".formatted(status);
        return new Sample(method, address, Map.of(), "", status, Map.of(), body)
                .header("Content-Type", "application/problem+json");
    }

    List<String> violations() {
        return CONTRACT.violations(exchange());
    }

    Exchange exchange() {
        var parts = address.split("\\?", 2);
        return new Exchange(
                new Request(
                        method,
                        parts[0],
                        parts.length == 2 ? parts[1] : "",
                        wire(sentHeaders),
                        sentBody),
                new Response(status, wire(headers), body));
    }

    Sample by(String method) {
        return new Sample(method, address, sentHeaders, sentBody, status, headers, body);
    }

    Sample sending(String body) {
        return new Sample(method, address, sentHeaders, body, status, headers, this.body);
    }

    Sample sending(String header, String value) {
        var changed = with(sentHeaders, header, value);
        return new Sample(method, address, changed, sentBody, status, headers, body);
    }

    Sample status(int status) {
        return new Sample(method, address, sentHeaders, sentBody, status, headers, body);
    }

    Sample body(String body) {
        return new Sample(method, address, sentHeaders, sentBody, status, headers, body);
    }

    /// With another value at a place of the JSON body.
    Sample body(String pointer, String value) {
        try {
            var story = JSON.readTree(body);
            var place = JsonPointer.compile(pointer);
            var name = place.last().getMatchingProperty();
            switch (story.at(place.head())) {
                case ObjectNode object -> object.set(name, JSON.readTree(value));
                case ArrayNode array -> array.set(Integer.parseInt(name), JSON.readTree(value));
                case JsonNode other -> throw new IllegalArgumentException(other.toString());
            }
            return body(story.toString());
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /// With another value of a header, or without it where the value is empty.
    Sample header(String name, String value) {
        var changed = with(headers, name, value);
        return new Sample(method, address, sentHeaders, sentBody, status, changed, body);
    }

    private static Map<String, String> with(
            Map<String, String> headers, String name, String value) {
        var changed = new TreeMap<>(headers);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private static HttpHeaders wire(Map<String, String> headers) {
        var lists = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (_, _) -> true);
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(text("stories.yaml"));
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String text(String resource) {
        try (var stream = Sample.class.getResourceAsStream("/contract/" + resource)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
