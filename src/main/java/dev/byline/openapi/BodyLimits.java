package dev.byline.openapi;

import static dev.byline.input.BodyLimit.WITHOUT_TOKEN;
import static dev.byline.input.BodyLimit.WITH_TOKEN;

import dev.byline.input.BodyLimit;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Operation;

/// How large the body of an operation may be: in a sentence, and in bytes for programs.
final class BodyLimits {
    private BodyLimits() {}

    static void describe(Operation operation) {
        var body = operation.getRequestBody();
        if (body == null) {
            return;
        }
        body.addExtension("x-max-bytes", WITH_TOKEN.bytes());
        if (DocumentFilter.isOpenToAll(operation)) {
            body.addExtension("x-max-bytes-without-token", WITHOUT_TOKEN.bytes());
        }
        var limits =
                DocumentFilter.isOpenToAll(operation)
                        ? "%s without a token, %s with one"
                                .formatted(told(WITHOUT_TOKEN), told(WITH_TOKEN))
                        : told(WITH_TOKEN);
        var said = body.getDescription() == null ? "" : body.getDescription() + " ";
        body.setDescription(
                "%sAt most %s, with a `Content-Length` or in chunks.".formatted(said, limits));
    }

    private static String told(BodyLimit limit) {
        return String.format(Locale.ROOT, "%,d bytes", limit.bytes());
    }
}
