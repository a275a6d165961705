package dev.byline.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// The headers of what went well, as [dev.byline.answer.Answers] sends them.
final class SuccessHeaders {
    private SuccessHeaders() {}

    static void add(HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        responses
                .getAPIResponses()
                .forEach((status, response) -> add(method, operation, status, response));
        if (DocumentFilter.isReading(method)) {
            responses.addAPIResponse("304", unchanged(vary(responses)));
        }
    }

    private static void add(
            HttpMethod method, Operation operation, String status, APIResponse response) {
        if (!status.equals("200") && !status.equals("201")) {
            return;
        }
        kept(response);
        if (DocumentFilter.isReading(method)) {
            response.addHeader("Vary", vary(operation.getResponses()));
            response.addHeader(
                    "Content-Encoding",
                    header("`br` or `gzip`, of what `Accept-Encoding` names.", text()));
            forReaders(response);
            response.addHeader(
                    "Surrogate-Key",
                    header(
                            "For readers: the things and lists that it shows, divided by spaces. When one of"
                                    + " them changes, this goes.",
                            text().addExample(
                                            "article:019329c4-8a00-7c3a-9d2e-5b7f1a2c3d4e articles")));
        }
        if (CommonParameters.has(operation, "after")) {
            response.addHeader(
                    "Link",
                    header(
                            "This page, the first and those beside it: `self`, `first`, `next` and `prev` (RFC 8288), each"
                                    + " with the parameters of the request in their order.",
                            text()));
        }
        if (status.equals("201")) {
            response.addHeader("Location", location("Where the new thing is."));
        }
    }

    private static APIResponse unchanged(Header vary) {
        var response = OASFactory.createAPIResponse();
        kept(response);
        forReaders(response);
        return response.description("It is still what `If-None-Match` names.")
                .addHeader("Vary", vary);
    }

    private static void kept(APIResponse response) {
        var tag = text().pattern("^\"[^\"]+\"$").addExample("\"3.k2x9\"");
        response.addHeader(
                        "ETag", required("The version, for `If-None-Match` and `If-Match`.", tag))
                .addHeader("Cache-Control", required("Who may keep it, and how long.", text()))
                .addHeader("RateLimit", balance())
                .addHeader("RateLimit-Policy", policy());
    }

    static Header balance() {
        return header(
                "Not of what is for all: what is left (`r`) of the limit that the request counts for, and in how many seconds"
                        + " (`t`) all of it is there again (draft-ietf-httpapi-ratelimit-headers-10).",
                text().addExample("\"reads\";r=49989;t=1"));
    }

    static Header policy() {
        return header(
                "With it: the limit's units (`q`) and its seconds (`w`). A request is a unit; a search, a count, facets, a list with texts and a"
                        + " filter over relations are more.",
                text().addExample("\"reads\";q=50000;w=10"));
    }

    private static void forReaders(APIResponse response) {
        var seconds = OASFactory.createSchema().addType(SchemaType.INTEGER);
        response.addHeader(
                        "Age",
                        header(
                                "For readers: the seconds since it was made.",
                                seconds.minimum(BigDecimal.ZERO)))
                .addHeader(
                        "Surrogate-Control",
                        header(
                                "For readers: how long a cache may keep it that is told when a `Surrogate-Key` goes.",
                                text().addExample("max-age=60")))
                .addHeader(
                        "Server-Timing",
                        header(
                                "For readers whether it came from the cache, and otherwise in how many milliseconds it was"
                                        + " made; with a token also how many of them the database took.",
                                text().addExample("cache;desc=hit")));
    }

    private static Header vary(APIResponses responses) {
        var types = responses.getAPIResponse("200").getContent().getMediaTypes().size();
        return required(
                "The answer depends on who asks, and its bytes on `%s`."
                        .formatted(types > 1 ? "Accept` and `Accept-Encoding" : "Accept-Encoding"),
                text());
    }

    static Header location(String description) {
        return required(description, text().format("uri-reference"));
    }

    static Header required(String description, Schema schema) {
        return header(description, schema).required(true);
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
