package dev.byline.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

final class Fixture {
    private Fixture() {}

    static String of(String name) throws IOException {
        try (var in = Fixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
