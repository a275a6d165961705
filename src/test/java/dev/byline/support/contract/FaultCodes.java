package dev.byline.support.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// The codes of `errors` that a server lists under `/problems`, so that programs can know them all.
final class FaultCodes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<String> list;
    private Set<String> listed;

    /// @param list what `/problems` answers in JSON, asked for with the first code that is met
    FaultCodes(Supplier<String> list) {
        this.list = list;
    }

    /// A sentence for each code of the response that is not listed.
    List<String> violations(Exchange exchange) {
        return codes(parse(exchange.response())).stream()
                .filter(code -> !listed().contains(code))
                .map("/problems does not list the code %s"::formatted)
                .toList();
    }

    private static JsonNode parse(Exchange.Response response) {
        return "application/problem+json".equals(response.mediaType())
                ? parse(response.body())
                : MissingNode.getInstance();
    }

    private synchronized Set<String> listed() {
        if (listed == null) {
            listed = codes(parse(list.get()));
        }
        return listed;
    }

    private static Set<String> codes(JsonNode body) {
        var codes = new HashSet<String>();
        StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("code").asText())
                .forEach(codes::add);
        return codes;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        }
    }
}
