package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.importer.report.Refusal;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the server answered.
///
/// @param retried whether an earlier try of the same request may have done its work already
record Reply(int status, JsonNode body, String etag, boolean retried) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /// The problem document (RFC 9457) as one sentence.
    String problem() {
        var detail = body.path("detail").asText(body.path("title").asText(""));
        var errors =
                StreamSupport.stream(body.path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asText() + " " + text(error))
                        .collect(Collectors.joining("; "));
        var text = errors.isEmpty() ? detail : errors;
        return text.isEmpty() ? "the server answered " + status : status + ", " + text;
    }

    private static String text(JsonNode error) {
        return error.path("detail").asText(error.path("code").asText());
    }

    Reply orRefusal() throws Refusal {
        if (!isSuccess()) throw new Refusal(problem());
        return this;
    }
}
