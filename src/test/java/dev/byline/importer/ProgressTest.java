package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void printsALineForEachTenthWhereThereIsNoTerminal() {
        var lines = output(false, 200).lines().toList();

        assertEquals(10, lines.size());
        assertEquals("articles 20/200", lines.getFirst());
        assertEquals("articles 200/200", lines.getLast());
    }

    @Test
    void movesABarOnATerminal() {
        var output = output(true, 3);

        assertTrue(output.startsWith("\rarticles  [....."));
        assertTrue(output.endsWith("#####] 3/3\n"));
        assertEquals(1, output.lines().filter(line -> line.endsWith("3/3")).count());
    }

    @Test
    void isSilentWhereThereIsNothingToDo() {
        assertEquals("", output(true, 0));
        assertEquals("", output(false, 0));
    }

    private static String output(boolean terminal, int steps) {
        var out = new ByteArrayOutputStream();
        var progress = new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
        progress.begin("articles", steps);
        for (int i = 0; i < steps; i++) progress.step();
        progress.end();
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
