package dev.byline.body;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyWarningsTest {
    @BeforeAll
    static void nameHosts() {
        FrameHosts.allow(List.of("youtube.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a <font color=red>b</font> | 1:2 <font> element-not-allowed",
                "a\\n\\n<div>\\n<p onclick=x style=y>b</p>\\n</div> | 4:9 onclick attribute-not-allowed, 4:9 style attribute-not-allowed",
                "> a\\n> <font>b</font> | 2:6 <font> element-not-allowed",
                "- a\\n\\n  <div>\\n  <font>b</font>\\n  </div> | 4:15 <font> element-not-allowed",
                "👍 é <font>b</font> | 1:4 <font> element-not-allowed",
                "[a](javascript:b) | 1:0 javascript:b address-not-allowed",
                "a\\r\\nb ![c](data:d) | 2:5 data:d address-not-allowed, 2:5 <img> element-removed",
                "a <title> b | 1:2 <title> tag-became-text",
                "<textarea> a\\n\\n<font>b</font> | 1:0 <textarea> tag-became-text, 3:14 <font> element-not-allowed",
                "<div\\n*a* | 1:0 <div> tag-became-text",
                "a <!-- b --> c | 1:2 <!-- comment-removed",
                "<script>\\na\\n</script> | 1:0 <script> element-removed",
                "a <input name=b> | 1:2 <input> element-removed",
                "<iframe src='https://x.org/a'></iframe> | 1:0 https://x.org/a embed-became-link",
                "<iframe src='javascript:a'></iframe> | 1:0 javascript:a address-not-allowed, 1:0 <iframe> element-not-allowed",
                "<iframe src='https://youtube.com/' allow=b></iframe> | 1:0 allow attribute-not-allowed",
                "a <video src=/a autoplay></video> | 1:2 autoplay attribute-not-allowed",
                "a <video src=http://x.org/a></video> | 1:2 http://x.org/a address-not-allowed, 1:2 http://x.org/a embed-became-link",
                "a <img src=/a srcset='data:x 1x, /b 2x'> | 1:2 srcset value-not-allowed",
                "a <b class=x>b</b> <ol start=x></ol> | 1:2 class attribute-not-allowed, 1:19 start value-not-allowed",
                "a <a rel='nofollow evil' href=/b>b</a> | 1:2 rel value-not-allowed",
                "a <td>b</td> | 1:2 <td> element-misplaced",
                "# a\\n\\n# a\\n\\n*b* [c](/d) www.e.org <b id=f>g</b> <a name=h></a> `<font>` 1 < 2 <3 | ''",
                "<strike>a</strike> | ''",
                "a[^1]\\n\\n[^1]: b\\n\\n[^Two]: c\\n\\n[^1]: d | 5:16 [^two] not-referred-to, 7:27 [^1] not-referred-to",
                "[a] [c][B] ![d]\\n\\n[a]: /a\\n[b]: /b 'c'\\n[d]: /d\\n[Laughter]: loud | 6:45 [Laughter] not-referred-to",
                "![a[^1]](/b)\\n\\n[^1]: c | 3:14 [^1] not-referred-to",
                "- [Note]: this\\n\\n  b | 1:2 [Note] not-referred-to",
            })
    void theEditorIsToldWhatWasTakenOutAndWhere(String source, String expected) {
        assertEquals("''".equals(expected) ? "" : expected, told(source, BodyFormat.MARKDOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<p>a</p>\\n<p onclick=b>c <font>d</font></p> | 2:9 onclick attribute-not-allowed, 2:24 <font> element-not-allowed",
                "<!DOCTYPE html><svg>a</svg><b>b | 1:0 <!DOCTYPE comment-removed, 1:15 <svg> element-removed",
                "<font><p>a<p>b</font> | 1:0 <font> element-not-allowed",
                "<p data-byline-place=7>a</p><u x=y>b</u> | 1:28 x attribute-not-allowed",
                "a <b c | 1:2 <b> tag-became-text",
            })
    void inHtmlToo(String source, String expected) {
        assertEquals(expected, told(source, BodyFormat.HTML));
    }

    @Test
    void cellsBeyondTheLastColumnAreTold() {
        var table = "> | a | b |\n> |---|---|\n> | a \\| b | c ||\n> c | d | `e|f` |\n>| g\n";
        assertEquals("4:52 `e|f` | cell-removed", told(table, BodyFormat.MARKDOWN));
    }

    @Test
    void moreThanAHundredAreCounted() {
        var warnings = Rendering.of("<font>a</font>\n".repeat(130), BodyFormat.HTML).warnings();
        assertEquals(101, warnings.size());
        assertEquals("30 more", warnings.getLast().what());
        assertEquals("more", warnings.getLast().reason());
        assertEquals(101, warnings.getLast().line());
    }

    @Test
    void noPlaceComesOut() throws IOException {
        for (var attack : Fixture.of("attacks.txt").lines().toList()) {
            for (var format : BodyFormat.values()) {
                var rendering = Rendering.of(attack, format);
                assertFalse((rendering.html() + rendering.text()).contains(Findings.PLACE), attack);
            }
        }
        var tooMuch = Rendering.of("<b>".repeat(100_001), BodyFormat.HTML);
        assertEquals("markup-not-read", tooMuch.warnings().getFirst().reason());
        assertFalse(tooMuch.html().contains(Findings.PLACE));
    }

    @Test
    void whoeverHasAnElementTakenOutIsTold() throws IOException {
        for (var attack : Fixture.of("attacks.txt").lines().toList()) {
            var rendering = Rendering.of(attack, BodyFormat.HTML);
            var before = Jsoup.parse(attack).body().html().toLowerCase(Locale.ROOT);
            if (!before.equals(Jsoup.parse(rendering.html()).body().html())) {
                assertTrue(isTold(attack, rendering), attack);
            }
        }
    }

    private static boolean isTold(String attack, Rendering rendering) {
        return !rendering.warnings().isEmpty()
                || attack.startsWith("[x]")
                || attack.startsWith("```");
    }

    private static String told(String source, BodyFormat format) {
        var written = source.replace("\\r", "\r").replace("\\n", "\n");
        return Rendering.of(written, format).warnings().stream()
                .map(one -> one.line() + ":" + one.offset() + " " + one.what() + " " + one.reason())
                .collect(joining(", "));
    }
}
