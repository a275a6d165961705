package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(CONCURRENT)
class TagFilterTest {
    private static final List<String> NAMES =
            List.of(
                    ("title textarea style script iframe xmp noembed noframes plaintext select"
                                    + " template noscript svg math datalist frameset object embed"
                                    + " option button form input head body html table td caption"
                                    + " video audio picture source track embed canvas applet listing image div p pre b a")
                            .split(" "));

    private static final List<String> FORMS =
            List.of(
                    "<%s>",
                    "<%s/>",
                    "<%s />",
                    "<%s a='b>c' d=e>",
                    "</%s>",
                    "<%s",
                    "<%s a=\"",
                    "<%s><%s>",
                    "<!-- %s",
                    "<!--%s--!>",
                    "<![CDATA[ %s",
                    "<? %s",
                    "<!doctype %s",
                    "</3 %s",
                    "<%s>x</%s>",
                    "<%s>x</%s",
                    "<%s src=/a>x</%s>",
                    "<%s src='https://youtube.com/a'></%s>",
                    "<%s src=/a>",
                    "<%s src=/a />");

    private static final List<String> PLACES =
            List.of(
                    "one %s two\n\nthree",
                    "%s two\n\nthree",
                    "one\n\n%s\n\n*two*\n\n> three",
                    "- one %s two\n- three",
                    "# one %s\n\ntwo\n\nthree",
                    "> %s\n> two\n\nthree",
                    "|one %s|two|\n|-|-|\n|three|x|\n\nx",
                    "<div>\n%s\none two\n</div>\n\nthree",
                    "**one %s** two\nthree",
                    "<p>one %s two</p><p>three</p>",
                    "one two three %s");

    @Test
    void noWordBesideATagIsLost() {
        var random = new Random(42);
        for (var name : NAMES) {
            for (var form : FORMS) {
                for (var place : PLACES) {
                    var written = random.nextBoolean() ? name : name.toUpperCase();
                    var other = NAMES.get(random.nextInt(NAMES.size()));
                    for (var tag : List.of(form, form + " and <" + other + ">")) {
                        var source = place.replace("%s", tag.replace("%s", written));
                        for (var format : BodyFormat.values()) {
                            assertKept(source, format);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A <title> element. | <p>A &lt;title&gt; element.</p>",
                "A <b title='<title>'>b</b> | <p>A <b>b</b></p>",
                "<TEXTAREA> is *one* | <p>&lt;TEXTAREA&gt; is <em>one</em></p>",
                "From <script> to </script>. | <p>From &lt;script&gt; to &lt;/script&gt;.</p>",
                "<script>x()</script> | ''",
                "`<title>` | <p><code>&lt;title&gt;</code></p>",
                "a <!-- b --> c | <p>a  c</p>",
                "<strong> <title> <style></strong> | <p><strong> &lt;title&gt; &lt;style&gt;</strong></p>",
            })
    void aTagInMarkdownIsText(String source, String html) {
        var expected = "''".equals(html) ? "" : html;
        assertEquals(expected, Rendering.of(source, BodyFormat.MARKDOWN).html());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<p>A <title> element.</p> | <p>A &lt;title&gt; element.</p>",
                "<title>T</title><style>a</style><p>b</p> | <p>b</p>",
                "<svg><svg></svg>a</svg>b<svg> c | b&lt;svg&gt; c",
                "<p>a<!-- b</p> | <p>a&lt;!-- b</p>",
                "<!DOCTYPE html><p>a<?php b ?>c<![CDATA[d]]>e | <p>ace</p>",
                "a < b and <b c | a &lt; b and &lt;b c",
            })
    void whatIsNotClosedInHtmlIsText(String source, String html) {
        assertEquals(html, Rendering.of(source, BodyFormat.HTML).html());
    }

    @Test
    void whatFollowsIsStillMarkdown() {
        assertEquals(
                "<p>&lt;textarea&gt; a</p>\n<h2 id=\"content-b\">b</h2>\n<ul>\n<li><em>c</em></li>\n</ul>",
                Rendering.of("<textarea> a\n\n## b\n\n- *c*", BodyFormat.MARKDOWN).html());
    }

    private static void assertKept(String source, BodyFormat format) {
        var rendering = Rendering.of(source, format);
        var body = Jsoup.parse(rendering.html()).body();
        body.select("video, audio").remove();
        var shown = body.wholeText();
        for (var word : List.of("one", "two", "three")) {
            if (source.contains(word)) {
                assertTrue(rendering.text().contains(word), () -> format + source + rendering);
                assertTrue(shown.contains(word), () -> format + source + rendering);
            }
        }
    }
}
