package dev.byline.support.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Query parameters in the order sent, still encoded: a refused request may carry what no decoder
/// accepts.
record QueryString(Map<String, List<String>> encoded) {

    static QueryString parse(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(parts.length == 2 ? parts[1] : "");
            }
        }
        return new QueryString(parameters);
    }

    boolean has(String name) {
        return encoded.containsKey(name);
    }

    Map<String, List<String>> decoded() {
        var parameters = new LinkedHashMap<String, List<String>>();
        encoded.forEach(
                (name, values) ->
                        parameters
                                .computeIfAbsent(decode(name), _ -> new ArrayList<>())
                                .addAll(values.stream().map(QueryString::decode).toList()));
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
