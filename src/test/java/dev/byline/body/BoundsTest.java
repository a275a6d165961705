package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(CONCURRENT)
class BoundsTest {
    private static final int SIZE = 1 << 16;

    /// Without the bounds, several of these take minutes; with them, none takes a second.
    private static final Duration HANG = Duration.ofSeconds(60);

    private static final long SMALL_STACK = 512 * 1024;

    static Stream<String> attacks() {
        var repeated =
                Stream.of(
                        "[",
                        "![",
                        "*",
                        "_",
                        "`",
                        "~",
                        "<",
                        "a*",
                        "*a **a ",
                        "[a](",
                        "[a](<b",
                        "<a b='",
                        "x <!--",
                        "x <?",
                        "&",
                        "- ",
                        "> ",
                        "1. ",
                        "|\n",
                        "# a\n",
                        "- a\n",
                        "[^a]",
                        "<div>",
                        "<b><p>",
                        "<table><b>",
                        "<svg>",
                        "<svg ",
                        "<textarea>\n\n",
                        "</title ",
                        "<?",
                        "<!a\n",
                        "<ul><li>",
                        "\0",
                        "a\n\n",
                        "1\n",
                        "www.",
                        "www._",
                        "a@b.c@",
                        "<a id=a>",
                        "<video src=a>",
                        "<video src=a>b</video>",
                        "<video><source src=http:a>",
                        "<iframe src=a>",
                        "<iframe src=a></iframe>",
                        "<object data=http:a>",
                        "<picture><source srcset=a>");
        return Stream.concat(
                repeated.map(part -> part.repeat(SIZE / part.length())),
                Stream.of(
                        around("*", "a", "*"),
                        around("**", "a", "**"),
                        around("[", "a", "]"),
                        around("![", "a", "](b)"),
                        around("<div>", "a", "</div>"),
                        "|"
                                + "a|".repeat(500)
                                + "\n|"
                                + "-|".repeat(500)
                                + "\n"
                                + "|a\n".repeat(20_000),
                        (">".repeat(300) + "a\n\n").repeat(400),
                        "[^a]: b\n\n" + "[^a]".repeat(30_000),
                        "a" + " ".repeat(SIZE) + "b",
                        "<iframe src='https://a" + " ".repeat(SIZE) + "b'></iframe>",
                        "<img src=a srcset='" + "a ,".repeat(SIZE / 3) + "'>",
                        "<img src=a srcset='a" + ",".repeat(SIZE) + "b'>"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackIsRenderedInTimeOnASmallStack(String attack) {
        assertTimeoutPreemptively(HANG, () -> assertNull(failure(() -> renderInEveryWay(attack))));
    }

    @Test
    void whatIsBeyondTheBoundsIsShownAsItWasWritten() {
        var wide = "|" + "a|".repeat(200) + "\n|" + "-|".repeat(200) + "\n" + "|&\n".repeat(1_000);
        var rendering = Rendering.of(wide, BodyFormat.MARKDOWN);
        assertTrue(rendering.html().startsWith("<pre>"));
        assertEquals(wide.strip(), rendering.text());
    }

    @Test
    void anOverfullParagraphTakesNoOtherWithIt() {
        var html = Rendering.of("*a* " + "*".repeat(3_000) + "\n\n*b*", BodyFormat.MARKDOWN).html();
        assertTrue(html.startsWith("<p>*a* ***"));
        assertTrue(html.endsWith("<p><em>b</em></p>"));
    }

    @Test
    void aLongArticleIsWithinTheBounds() {
        var part =
                "## Part\n\nA *long* [read](/x) — with **much** to say.\n\n- a\n- b\n\n|a|b|\n|-|-|\n|1|2|\n\n";
        var html = Rendering.of(part.repeat(2_000), BodyFormat.MARKDOWN).html();
        assertTrue(html.startsWith("<h2 "));
        assertEquals(2_000, html.split("<table>", -1).length - 1);
    }

    private static String around(String open, String text, String close) {
        int times = SIZE / (open.length() + close.length());
        return open.repeat(times) + text + close.repeat(times);
    }

    private static void renderInEveryWay(String source) {
        List.of(BodyFormat.values()).forEach(format -> Rendering.of(source, format));
        Rendering.ofComment(source);
    }

    private static Throwable failure(Runnable work) throws InterruptedException {
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, work, "small stack", SMALL_STACK);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        return failure.get();
    }
}
