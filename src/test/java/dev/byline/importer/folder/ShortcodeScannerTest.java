package dev.byline.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodeScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ name }}",
                "{{< >}}",
                "{{< \"quoted\" >}}",
                "{{< ref \"no end",
                "{{< ref `no end >}}",
                "{{< ref x",
                "{{< a=b= >}}",
                "{{"
            })
    void whatOnlyLooksLikeAShortcodeIsText(String text) {
        assertTrue(ShortcodeScanner.scan(text).isEmpty());
    }

    @Test
    void manyBeginningsWithoutAnEndCostLittle() {
        var text = "{{< x ".repeat(100_000);

        assertTimeout(
                Duration.ofSeconds(5), () -> assertTrue(ShortcodeScanner.scan(text).isEmpty()));
    }

    @Test
    void positionalArgumentsNeedNoSpaceBeforeThem() {
        var found = only("a {{< tmp\"events/x.md\" >}} b");

        assertEquals("tmp", found.name());
        assertEquals(List.of("events/x.md"), found.arguments());
        assertEquals(2, found.start());
        assertEquals("{{< tmp\"events/x.md\" >}}", found.source());
    }

    @Test
    void namedArgumentsKeepWhatTheirQuotesHold() {
        var found =
                only("{{% img src=\"a >}} b\" alt=`raw \"text\"` caption=\"\\\"x\\\" \\_\" %}}");

        assertEquals(
                Map.of("src", "a >}} b", "alt", "raw \"text\"", "caption", "\"x\" \\_"),
                found.named());
    }

    @Test
    void aClosingShortcodeIsToldFromAnOpeningOne() {
        var found = ShortcodeScanner.scan("{{< note >}}text{{< /note >}}");

        assertEquals(List.of(false, true), found.stream().map(Shortcode::closing).toList());
    }

    private static Shortcode only(String text) {
        var found = ShortcodeScanner.scan(text);
        assertEquals(1, found.size());
        return found.getFirst();
    }
}
