package dev.byline.server;

import dev.byline.answer.Answers;
import dev.byline.http.Addresses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/api/v1`: the collections that there are, as the resources' annotations say.
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Index", description = "What there is.")
class IndexResource {
    private final Index index;
    private final Answers answers;

    IndexResource(Operations operations, Answers answers) {
        this.index = Index.of(operations);
        this.answers = answers;
    }

    @Schema(name = "Index", description = "Where to go on.")
    record Index(
            @Schema(description = "The Swagger UI.", examples = "/docs/") String docs,
            @Schema(description = "This document.", examples = "/openapi") String openapi,
            @Schema(description = "By name, in alphabetical order.") List<Collection> collections) {
        static Index of(Operations operations) {
            var collections =
                    operations.all().stream()
                            .filter(one -> one.method().equals("GET"))
                            .map(Operations.Operation::address)
                            .filter(address -> address.startsWith(Addresses.BASE + "/"))
                            .map(address -> address.substring(Addresses.BASE.length() + 1))
                            .filter(name -> !name.isEmpty() && !name.contains("/"))
                            .sorted()
                            .map(name -> new Collection(name, Addresses.of(name)))
                            .toList();
            return new Index("/docs/", "/openapi", collections);
        }
    }

    @Schema(name = "Collection", description = "A list, or a question.")
    record Collection(
            @Schema(examples = "articles") String name,
            @Schema(examples = "/api/v1/articles") String address) {}

    @GET
    @PermitAll
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "readIndex",
            summary = "List the collections",
            description =
                    "Where the lists are, and the question to all of them. Editors and admins alone may read some.")
    @APIResponseSchema(value = Index.class, responseDescription = "The collections.")
    public RestResponse<byte[]> read() {
        return answers.one(index, null);
    }
}
