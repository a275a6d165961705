package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.importer.report.Halt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> TOKEN = Map.of("BYLINE_TOKEN", "byl_a");

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "--overwite a", "a --report", "-x"})
    void refusesArgumentsThatItDoesNotKnow(String arguments) {
        var list = arguments.isEmpty() ? List.<String>of() : List.of(arguments.split(" "));

        assertThrows(Halt.class, () -> Settings.from(list, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://a", "http://", "http://a b"})
    void refusesAServerThatIsNoAddress(String address) {
        var environment = Map.of("BYLINE_TOKEN", "byl_a", "BYLINE_URL", address);

        assertThrows(Halt.class, () -> Settings.from(List.of("a"), environment));
    }

    @Test
    void refusesToBeginWithoutAToken() {
        assertThrows(Halt.class, () -> Settings.from(List.of("a"), Map.of()));
        assertThrows(Halt.class, () -> Settings.from(List.of("a"), Map.of("BYLINE_TOKEN", "a\nb")));
    }

    @Test
    void takesTheAdministratorsTokenWhereThereIsNoOther() {
        var environment = Map.of("BYLINE_ADMIN_TOKEN", "byl_admin");

        assertEquals("byl_admin", Settings.from(List.of("a"), environment).token());
    }

    @Test
    void readsItsArguments() {
        var settings = Settings.from(List.of("--overwrite", "a", "--report", "r.txt"), TOKEN);

        assertTrue(settings.overwrite());
        assertEquals("r.txt", settings.report().toString());
        assertEquals("a", settings.folder().getFileName().toString());
        assertEquals(URI.create("http://localhost:8080"), settings.server());
    }
}
