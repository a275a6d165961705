package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedsTest {
    private static final String AROUND =
            " sandbox=\"allow-scripts allow-same-origin allow-popups allow-presentation\""
                    + " loading=\"lazy\" allowfullscreen></iframe>";

    @BeforeAll
    static void nameHosts() {
        FrameHosts.allow(List.of("youtube.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtube.com@evil.org/",
                "https://a:b@youtube.com/",
                "https://youtube.com.evil.org/",
                "https://evilyoutube.com/",
                "https://youtube.com:8443/",
                "https://youtube.com./",
                "https:youtube.com/",
                "https:/youtube.com/",
                "https:///youtube.com/",
                "https://evil.org\\@youtube.com/",
                "https://evil.org#.youtube.com",
                "https://evil.org?.youtube.com",
                "https://%79outube.com/",
                "https://youtu\u00adbe.com/",
                "https://yοutube.com/",
                "https://youtube。com/",
                "http://youtube.com/",
                "http://evil.org//youtube.com/",
                "\\\\youtube.com/",
                "/\\youtube.com/",
                "//evil.org/youtube.com",
                "javascript://youtube.com/%0aalert(1)",
                "data:text/html,youtube.com",
                "youtube.com/embed",
                "",
            })
    void anyOtherFrameIsNone(String address) {
        for (var format : BodyFormat.values()) {
            var html = Jsoup.parse(render("<iframe src='" + address + "'></iframe>", format));
            assertEquals(0, html.select("iframe").size());
            html.select("a").eachAttr("href").forEach(EmbedsTest::assertIsNoScript);
        }
    }

    private static void assertIsNoScript(String address) {
        assertEquals(false, address.matches("(?i)(javascript|data):.*"), address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<iframe src='https://www.youtube.com/embed/a?b=1&amp;c' width=560 height=315 title='T' allow=autoplay frameborder=0></iframe>"
                        + "|<iframe src=\"https://www.youtube.com/embed/a?b=1&amp;c\" width=\"560\" height=\"315\" title=\"T\"",
                "<iframe src='//YouTube.com/embed/a' sandbox srcdoc=x onload=y name=z></iframe>"
                        + "|<iframe src=\"https://YouTube.com/embed/a\" title=\"YouTube.com\"",
                "<iframe src='https://youtube.com:443/a'/>"
                        + "|<iframe src=\"https://youtube.com:443/a\" title=\"youtube.com\"",
                "<iframe src='https://youtube.com'>words</iframe>"
                        + "|<iframe src=\"https://youtube.com\" title=\"youtube.com\"",
            })
    void aFrameOfAnAllowedHostStaysInASandbox(String source, String html) {
        assertEquals(sorted(html + AROUND), sorted(render(source, BodyFormat.HTML)));
        assertEquals(sorted(html + AROUND), sorted(render(source, BodyFormat.MARKDOWN)));
    }

    @Test
    void aFrameInASentenceStays() {
        var html =
                Jsoup.parse(
                        render(
                                "one <iframe src='https://youtube.com/a'></iframe> *two*",
                                BodyFormat.MARKDOWN));
        assertEquals(1, html.select("p > iframe + em").size(), html::html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<iframe src='https://x.org/a b'></iframe> | <a href=\"https://x.org/a%20b\">https://x.org/a%20b</a>",
                "<iframe src='//x.org/a' title='A film'></iframe> | <a href=\"https://x.org/a\">A film</a>",
                "<iframe src='javascript:x' srcdoc=y></iframe>a | a",
                "<embed src='https://x.org/a'> | <a href=\"https://x.org/a\">https://x.org/a</a>",
                "<object data='https://x.org/a'>words</object> | <a href=\"https://x.org/a\">https://x.org/a</a>words",
                "<a href=/b><iframe src='https://x.org/a'></iframe></a> | <a href=\"/b\">https://x.org/a</a>",
                "<video src='http://x.org/a.mp4'>words</video> | <a href=\"http://x.org/a.mp4\">http://x.org/a.mp4</a> words",
                "<video src='https://x.org/a.mp4' autoplay muted loop playsinline preload=none width=10 poster=http://x.org/p>words</video>"
                        + " | <video src=\"https://x.org/a.mp4\" muted loop=\"\" playsinline=\"\" preload=\"none\" width=\"10\" controls=\"\">words</video>",
                "<video poster='https://x.org/p'><source src='https://x.org/a.webm' type='video/webm; codecs=\"vp8, vorbis\"' media='(min-width: 10em)'>"
                        + "<source src=http://x.org/b><track src=/t.vtt kind=captions srclang=de label='Deutsch' default></video>"
                        + " | <video poster=\"https://x.org/p\" controls=\"\"><source src=\"https://x.org/a.webm\" type=\"video/webm; codecs=&quot;vp8, vorbis&quot;\" media=\"(min-width: 10em)\">"
                        + "<track src=\"/t.vtt\" kind=\"captions\" srclang=\"de\" label=\"Deutsch\" default></video>",
                "<audio><source src=javascript:x><source src=http://x.org/b>words</audio> | <a href=\"http://x.org/b\">http://x.org/b</a> words",
                "<picture><source srcset='https://x.org/a,b.avif, /c.avif 2x, javascript:x 3x, /d 4q' sizes='(min-width: 1px) 50vw, 100vw' type=image/avif>"
                        + "<img src=/a.png srcset='/a.png 1x, //x.org/a.png 480w' alt=A></picture>"
                        + " | <picture><source srcset=\"https://x.org/a,b.avif, /c.avif 2x\" sizes=\"(min-width: 1px) 50vw, 100vw\" type=\"image/avif\">"
                        + "<img src=\"/a.png\" srcset=\"/a.png 1x, https://x.org/a.png 480w\" alt=\"A\"></picture>",
                "<picture><source srcset=/a>words</picture> | words",
                "<p><source src=/a><track src=/b>words</p> | <p>words</p>",
                "<img src=/a usemap=#b><map name=b><area href=/c></map> | <img src=\"/a\">",
            })
    void ofWhatIsNotEmbeddedALinkIsLeft(String source, String html) {
        assertEquals(html, render(source, BodyFormat.HTML));
        assertEquals(html, render(html, BodyFormat.HTML), "is not stable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "one <video src=/a> two | <p>one &lt;video src=/a&gt; two</p>",
                "one <audio> two </audio> three | <p>one &lt;audio&gt; two &lt;/audio&gt; three</p>",
                "<video src=/a>\\n\\ntwo | <p>&lt;video src=/a&gt;</p>\\n<p>two</p>",
                "one <video src=/a>f</video> two | <p>one <video src=\"/a\" controls=\"\">f</video> two</p>",
                "<video src=/a /> two | <p><video src=\"/a\" controls=\"\"></video> two</p>",
                "<video><source src=/a></video> two | <p><video controls=\"\"><source src=\"/a\"></video> two</p>",
            })
    void aPlayerSwallowsNothing(String source, String html) {
        assertEquals(
                html.replace("\\n", "\n"),
                render(source.replace("\\n", "\n"), BodyFormat.MARKDOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<video src=/a> one <h1></video> two",
                "<video src=/b</video> one <p>two",
                "<table><audio src=/b</audio><td>one</table> two",
            })
    void whatFollowsAPlayerThatNothingClosesIsShown(String source) {
        var body = Jsoup.parse(render(source, BodyFormat.HTML)).body();
        body.select("video, audio").remove();
        assertTrue(body.text().matches(".*one.*two.*"), body::html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtube.com",
                "youtube.com:443",
                "you tube.com",
                "com",
                "*.a.b",
                "ö.de"
            })
    void aHostThatIsNoneIsRefused(String host) {
        assertThrows(ConfigurationException.class, () -> FrameHosts.allow(List.of("a.org", host)));
    }

    @Test
    void aCommentHasNeitherFramesNorMedia() {
        var html =
                Rendering.ofComment(
                        "<iframe src='https://youtube.com/a'></iframe> <video src='https://x.org/a'></video>"
                                + " [a](tel:1) ![b](https://x.org/b)");
        assertEquals(0, Jsoup.parse(html).select("iframe, video, img, a[href^=tel]").size(), html);
    }

    private static String render(String source, BodyFormat format) {
        return Rendering.of(source, format).html();
    }

    private static String sorted(String html) {
        var frame = Jsoup.parse(html).selectFirst("iframe");
        return frame.attributes().asList().stream()
                .map(Object::toString)
                .sorted()
                .toList()
                .toString();
    }
}
