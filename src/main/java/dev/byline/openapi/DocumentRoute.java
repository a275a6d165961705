package dev.byline.openapi;

import dev.byline.http.Accept;
import dev.byline.http.AcceptEncoding;
import dev.byline.http.Coding;
import dev.byline.http.EntityTags;
import dev.byline.http.ProblemType;
import dev.byline.server.Refusals;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/// `/openapi`: the document, in YAML unless JSON is asked for by `Accept`, by `format=json` or by
/// the ending. With an `ETag` and compressed, which Quarkus' own route does not do. Its bytes are
/// made once for each format and coding, and on no event loop.
@Singleton
class DocumentRoute {
    private static final List<String> ADDRESSES =
            List.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");

    /// In this order where a client takes both alike.
    private static final List<String> OFFERED =
            List.of(Format.YAML.getMimeType(), Format.JSON.getMimeType());

    private final OpenApiDocumentService documents;
    private final Map<Format, Document> made = new ConcurrentHashMap<>();

    DocumentRoute(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    private record Document(String type, String tag, Map<Coding, Buffer> codings) {}

    void routes(@Observes Router router) {
        for (var address : ADDRESSES) {
            router.get(address).order(0).handler(this::serve);
            router.head(address).order(0).handler(this::serve);
        }
    }

    private void serve(RoutingContext context) {
        var asked = context.request().getParam("format");
        if (asked != null && !asked.equalsIgnoreCase("json") && !asked.equalsIgnoreCase("yaml")) {
            Refusals.answer(context, ProblemType.INVALID_PARAMETER, "format must be json or yaml.");
            return;
        }
        var format = isJson(context.request(), asked) ? Format.JSON : Format.YAML;
        var ready = made.get(format);
        if (ready != null) {
            send(context, ready);
            return;
        }
        var eventLoop = Vertx.currentContext();
        Thread.startVirtualThread(
                () -> {
                    var document = made.computeIfAbsent(format, this::make);
                    eventLoop.runOnContext(_ -> send(context, document));
                });
    }

    private static boolean isJson(HttpServerRequest request, String asked) {
        if (asked != null) {
            return asked.equalsIgnoreCase("json");
        }
        if (!request.path().equals("/openapi")) {
            return request.path().endsWith(".json");
        }
        var accept = Accept.of(Accept.joined(request.headers(), HttpHeaders.ACCEPT));
        return Format.JSON.getMimeType().equals(accept.choose(OFFERED));
    }

    private Document make(Format format) {
        var plain = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
        var sum = new CRC32C();
        sum.update(plain);
        var codings = new EnumMap<Coding, Buffer>(Coding.class);
        codings.put(Coding.IDENTITY, Buffer.buffer(plain));
        codings.put(Coding.GZIP, Buffer.buffer(Coding.GZIP.encode(plain)));
        return new Document(
                format.getMimeType() + ";charset=UTF-8",
                HexFormat.of().toHexDigits((int) sum.getValue()) + plain.length,
                codings);
    }

    private static void send(RoutingContext context, Document document) {
        var request = context.request();
        var response = context.response();
        var accepted = AcceptEncoding.of(request.getHeader("Accept-Encoding"));
        var coding = accepted.best().contains(Coding.GZIP) ? Coding.GZIP : Coding.IDENTITY;
        response.putHeader("ETag", '"' + coding.tag(document.tag) + '"')
                .putHeader("Vary", "Accept, Accept-Encoding")
                .putHeader("Cache-Control", "no-cache");
        var expected = request.getHeader("If-Match");
        if (expected != null && !EntityTags.containsStrong(expected, document.tag)) {
            response.headers().remove("ETag");
            Refusals.answer(
                    context, ProblemType.PRECONDITION_FAILED, "The document is another one now.");
            return;
        }
        var known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.contains(known, document.tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", document.type);
        if (coding != Coding.IDENTITY) {
            response.putHeader("Content-Encoding", coding.token());
        }
        response.end(document.codings.get(coding));
    }
}
