package dev.byline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.server.Page;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A page for people of what the document says, made when it is first asked for.
abstract class DocumentPage {
    private final OpenApiDocumentService documents;
    private final String title;
    private volatile String page;

    DocumentPage(OpenApiDocumentService documents, String title) {
        this.documents = documents;
        this.title = title;
    }

    final void route(Router router, String path) {
        router.get(path).order(0).handler(this::serve);
        router.head(path).order(0).handler(this::serve);
    }

    /// The first time not on the event loop: the document may have to be made.
    private void serve(RoutingContext context) {
        if (page != null) {
            Page.send(context, page);
            return;
        }
        var eventLoop = Vertx.currentContext();
        Thread.startVirtualThread(
                () -> {
                    page = make();
                    eventLoop.runOnContext(_ -> Page.send(context, page));
                });
    }

    private String make() {
        var json = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        try {
            return Page.of(title, body(new ObjectMapper().readTree(json).path("paths")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @param paths of the document
    abstract String body(JsonNode paths);

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
