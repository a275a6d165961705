package dev.byline.answer;

import dev.byline.cache.SurrogateKeys;
import dev.byline.http.MediaTypes;
import dev.byline.list.Slice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers readers in two media types, and counts the bytes that it is sent, of any type.
@Path("/forms")
@RunOnVirtualThread
class FormsResource {
    static final int FIRST = 100_000;

    /// Is told when that many have come in.
    static volatile CompletableFuture<Void> first = new CompletableFuture<>();

    record Item(String name) {}

    record Sum(long length, int last) {}

    private final Answers answers;

    FormsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Produces({MediaTypes.JSON, MediaTypes.JSON_LINES})
    @Operation(hidden = true)
    public RestResponse<byte[]> list() {
        var items = List.of(new Item("one"), new Item("two"));
        return answers.page(
                new Slice<>(items, new Slice.Page(20, null, null, null, null)),
                SurrogateKeys.always(Stream.of("forms")));
    }

    @POST
    @PermitAll
    @Consumes("application/octet-stream")
    @Produces(MediaTypes.JSON)
    @Operation(hidden = true)
    public RestResponse<byte[]> sum(InputStream body) throws IOException {
        var length = (long) body.readNBytes(FIRST).length;
        first.complete(null);
        var last = -1;
        for (var next = body.read(); next >= 0; next = body.read()) {
            last = next;
            length++;
        }
        return answers.changed(new Sum(length, last), 1);
    }
}
