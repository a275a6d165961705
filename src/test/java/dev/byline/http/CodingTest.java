package dev.byline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which coding a client gets, and which entity tags are the same thing.
class CodingTest {
    private static final int LONG = 5_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | BROTLI",
                "gzip                    | GZIP",
                "x-gzip                  | GZIP",
                "GZIP;Q=0.5              | GZIP",
                "br;q=0.5, gzip;q=0.8    | GZIP",
                "br;q=0, gzip            | GZIP",
                "br;q=0, *               | GZIP",
                "*                       | BROTLI",
                "*;q=0                   | IDENTITY",
                "identity;q=0, gzip      | GZIP",
                "identity, gzip;q=0.5    | IDENTITY",
                "gzip;q=0                | IDENTITY",
                "gzip;q=much             | IDENTITY",
                "deflate, zstd           | IDENTITY",
                "''                      | IDENTITY"
            })
    void is_what_the_client_prefers(String header, Coding coding) {
        assertEquals(coding, AcceptEncoding.of(header).choose(LONG));
    }

    @Test
    void is_none_where_it_saves_nothing_unless_the_client_takes_no_plain_bytes() {
        assertEquals(Coding.IDENTITY, AcceptEncoding.of("gzip").choose(100));
        assertEquals(Coding.GZIP, AcceptEncoding.of("gzip, identity;q=0").choose(100));
    }

    @Test
    void has_a_tag_of_its_own_that_is_known_as_the_same_thing() {
        assertTrue(EntityTags.contains("\"a\", W/\"b-br\"", "b"));
        assertTrue(EntityTags.contains("\"b-gzip\"", "b"));
        assertTrue(EntityTags.contains(" * ", "b"));
        assertFalse(EntityTags.contains("\"b-zstd\", \"bb\", b", "b"));
    }
}
