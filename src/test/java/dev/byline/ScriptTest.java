package dev.byline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `./byline` where there is nothing to build from: whatever it answers, it answers without.
class ScriptTest {
    @TempDir Path folder;

    private record Answer(int status, String text) {}

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("byline"), folder.resolve("byline"));
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
    }

    @ParameterizedTest
    @CsvSource({
        "start --port 8143,               QUARKUS_HTTP_PORT=8143 ./byline start",
        "start --port=8143,               QUARKUS_HTTP_PORT=8143 ./byline start",
        "start 8143,                      QUARKUS_HTTP_PORT=8143 ./byline start",
        "start -Dquarkus.http.port=8143,  QUARKUS_HTTP_PORT=8143 ./byline start",
        "start --host ::1,                QUARKUS_HTTP_HOST=::1 ./byline start",
        "start --data-dir /x,             BYLINE_DATA_DIR=/x ./byline start",
        "start --nonsense,                takes no argument --nonsense",
        "dev --port 8143,                 QUARKUS_HTTP_PORT=8143 ./byline dev",
        "test SlugsTest,                  -Dtest=SlugsTest",
        "test --nonsense,                 takes no argument --nonsense",
        "bench many,                      takes no argument many",
        "token x,                         takes no argument x",
        "help me,                         takes no argument me",
        "--version x,                     takes no argument x",
        "strat,                           Did you mean start?",
        "--verison,                       Did you mean --version?"
    })
    void refusesWhatItDoesNotKnow(String arguments, String sentence) throws Exception {
        var answer = run(arguments);

        assertEquals(2, answer.status(), answer.text());
        assertTrue(answer.text().contains(sentence), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"import --help", "import -h", "import x --help", "help import"})
    void tellsWhatAnImportTakes(String arguments) throws Exception {
        var answer = run(arguments);

        assertEquals(0, answer.status());
        for (var field : List.of("title", "date", "authors", "publishDate", "display_name")) {
            assertTrue(answer.text().contains(field), field);
        }
        assertTrue(answer.text().contains("\n    ---\n    title: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "start --help", "bench -h"})
    void tellsTheCommands(String arguments) throws Exception {
        assertTrue(run(arguments).text().startsWith("Usage: ./byline COMMAND"));
    }

    @Test
    void tellsTheVersion() throws Exception {
        assertTrue(run("--version").text().matches("Byline \\d+\\.\\d+\\.\\d+\\S*\n"));
    }

    private Answer run(String arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", "byline"));
        command.addAll(List.of(arguments.split(" ")));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", "/nowhere"));
        var process = builder.redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes());
        return new Answer(process.waitFor(), text);
    }
}
