package dev.byline.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Coded bytes are the same answer, from the database and from the cache.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CodedAnswersTest {
    private static final String TEXT = "It *works*, and goes on for quite a while. ".repeat(100);

    private final Given given = new Given();

    @TestHTTPResource("/api/v1/articles/")
    URI articles;

    @Test
    void they_decode_to_the_same_bytes() throws Exception {
        var slug = given.article().with("body", TEXT).published().slug();
        var tags = new HashSet<String>();
        for (var coding : new String[] {"gzip", "br"}) {
            var fresh = ask(slug, coding, null);
            assertEquals(coding, header(fresh, "content-encoding"));
            assertTrue(header(fresh, "server-timing").contains("miss"));
            var plain = ask(slug, "identity", null);
            assertTrue(header(plain, "server-timing").contains("hit"));
            assertTrue(plain.headers().firstValue("content-encoding").isEmpty());
            var kept = ask(slug, coding, null);
            assertEquals(coding, header(kept, "content-encoding"));
            assertTrue(header(kept, "server-timing").contains("hit"));
            for (var coded : List.of(fresh, kept)) {
                assertTrue(coded.body().length < plain.body().length / 3);
                assertArrayEquals(plain.body(), decode(coded.body(), coding));
            }
            assertEquals(header(fresh, "etag"), header(kept, "etag"));
            assertNotEquals(header(plain, "etag"), header(kept, "etag"));
            tags.add(header(kept, "etag"));
            assertEquals(304, ask(slug, "gzip", header(kept, "etag")).statusCode());
            assertEquals(304, ask(slug, "identity", header(kept, "etag")).statusCode());
            given.editor().header("If-Match", "*").delete("/articles/" + slug);
            assertEquals(404, ask(slug, coding, header(kept, "etag")).statusCode());
            given.editor().header("If-Match", "*").delete("/articles/" + slug + "/trash");
        }
        assertEquals(2, tags.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void who_asks_first_for_a_coding_of_a_kept_answer_gets_it(String coding) throws Exception {
        var slug = given.article().with("body", TEXT).published().slug();
        var plain = ask(slug, "identity", null);
        var coded = ask(slug, coding, null);
        assertEquals(coding, header(coded, "content-encoding"));
        assertTrue(header(coded, "server-timing").contains("hit"));
        assertArrayEquals(plain.body(), decode(coded.body(), coding));
    }

    /// They are made for the next.
    @Test
    void who_asks_first_for_a_coding_of_a_long_answer_does_not_wait() throws Exception {
        var slug = given.article().with("body", TEXT.repeat(70)).published().slug();
        var plain = ask(slug, "identity", null);
        assertTrue(plain.body().length > 256 * 1_024);
        assertTrue(ask(slug, "br", null).headers().firstValue("content-encoding").isEmpty());
        HttpResponse<byte[]> coded;
        do {
            coded = ask(slug, "br, gzip", null);
        } while (coded.headers().firstValue("content-encoding").isEmpty());
        assertTrue(header(coded, "server-timing").contains("hit"));
        assertArrayEquals(plain.body(), decode(coded.body(), "br"));
    }

    @Test
    void who_takes_no_plain_bytes_gets_none() throws Exception {
        var slug = given.article().published().slug();
        assertTrue(
                ask(slug, "gzip", null).headers().firstValue("content-encoding").isEmpty(),
                "too short to be worth it");
        assertEquals("gzip", header(ask(slug, "identity;q=0, gzip", null), "content-encoding"));
    }

    private HttpResponse<byte[]> ask(String slug, String codings, String known) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(articles.resolve(slug))
                            .header("Accept-Encoding", codings);
            if (known != null) {
                request.header("If-None-Match", known);
            }
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static byte[] decode(byte[] bytes, String coding) throws IOException {
        return coding.equals("br")
                ? Decoder.decompress(bytes).getDecompressedData()
                : new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
