package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(CONCURRENT)
class SanitizerTest {
    /// Written out here again, so that a slip in the list of what is allowed shows.
    private static final Set<String> TAGS =
            Set.of(
                    ("a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del"
                                    + " details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr"
                                    + " i img input ins kbd li mark ol p pre q rp rt ruby s samp"
                                    + " section small span strong sub summary sup table tbody td tfoot"
                                    + " th thead time tr u ul var wbr"
                                    + " audio iframe picture source track video")
                            .split(" "));

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    ("align alt aria-label checked class colspan datetime dir disabled height href"
                                    + " hreflang id lang loading open rel reversed rowspan scope span"
                                    + " src start title type value width allowfullscreen controls"
                                    + " default kind label loop media muted playsinline poster"
                                    + " preload sandbox sizes srcset srclang")
                            .split(" "));

    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):.*");

    @BeforeAll
    static void nameHosts() {
        FrameHosts.allow(List.of("youtube.com"));
    }

    static List<String> attacks() throws IOException {
        return Fixture.of("attacks.txt").lines().toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackGetsThroughHtml(String attack) {
        assertHarmless(Rendering.of(attack, BodyFormat.HTML).html());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackGetsThroughMarkdown(String attack) {
        assertHarmless(Rendering.of(attack, BodyFormat.MARKDOWN).html());
        assertHarmless(Rendering.of("a " + attack, BodyFormat.MARKDOWN).html());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackGetsThroughAComment(String attack) {
        var html = Rendering.ofComment(attack);
        assertHarmless(html);
        assertTrue(Jsoup.parseBodyFragment(html).select("img, [id], [class]").isEmpty(), html);
    }

    @Test
    void attacksThatFollowEachOtherGetNoFurther() throws IOException {
        var all = Fixture.of("attacks.txt");
        assertHarmless(Rendering.of(all, BodyFormat.HTML).html());
        assertHarmless(Rendering.of(all, BodyFormat.MARKDOWN).html());
        for (var attack : attacks()) {
            for (var before : List.of("<table>", "<select>", "<p title='", "<!--", "<pre>\n\n")) {
                assertHarmless(Rendering.of(before + attack, BodyFormat.HTML).html());
            }
        }
    }

    @Test
    void theCheckItselfSeesAnAttack() {
        for (var bad :
                List.of(
                        "<script>x</script>",
                        "<p onclick=x>y</p>",
                        "<a href='java\tscript:x'>y</a>",
                        "<p id=location>x</p>",
                        "<!-- x -->")) {
            assertTrue(offences(bad) > 0, bad);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<iframe src='/v'>see</iframe> after | <a href=\"/v\">/v</a> after",
                "<video src=/v><a href=/v>see</a></video> | <video src=\"/v\" controls=\"\"><a href=\"/v\">see</a></video>",
                "<p align=center style=x>a</p> | <p>a</p>",
                "<strike>a</strike> | <s>a</s>",
                "<font color=red>a</font> | a",
                "<img alt=a> | ''",
                "<input name=q>a | a",
                "<input TYPE=checkbox checked> | <input checked disabled type=\"checkbox\">",
                "<code class='language-c++ evil'>a</code> | <code class=\"language-c++\">a</code>",
                "<a href=/b rel='sponsored evil' target=_blank>a</a> | <a href=\"/b\" rel=\"sponsored\">a</a>",
                "<a href='//h/b'>a</a> | <a href=\"//h/b\">a</a>",
                "<a href='tel:1'>a</a> <a href=sms:1>b</a> <a href=geo:1,2>c</a> <a href=webcal://d>d</a>"
                        + " | <a href=\"tel:1\">a</a> <a href=\"sms:1\">b</a> <a href=\"geo:1,2\">c</a> <a href=\"webcal://d\">d</a>",
                "<a name=x></a><a href=#x>a</a> | <a id=\"content-x\"></a><a href=\"#content-x\">a</a>",
                "<a name=x id=y>a</a> | <a id=\"content-x\"></a><a id=\"content-y\">a</a>",
                "<p id=cookie><a href=#cookie>a</a></p> | <p id=\"content-cookie\"><a href=\"#content-cookie\">a</a></p>",
                "<td align=right>a</td> | a",
                "<p lang=de dir=rtl>a</p> | <p lang=\"de\" dir=\"rtl\">a</p>",
                "<img src=a.png width=10 height=x loading=lazy> | <img src=\"a.png\" width=\"10\" loading=\"lazy\">",
            })
    void whatIsNotAllowedIsTakenOutOfWhatIs(String html, String expected) {
        var result = Rendering.of(html, BodyFormat.HTML).html();
        assertEquals("''".equals(expected) ? "" : expected, result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<header>One</header><main>two</main> | <div>One</div><div>two</div>",
                "<form id=cookie action=/x>One<fieldset><legend>two</legend>three</fieldset></form>"
                        + " | <div>One<div><div>two</div>three</div></div>",
                "<p>One<center>two</center><dialog>three</dialog> | <p>One</p><div>two</div><div>three</div>",
                "One<menu><li>two</menu><dir><li>three</dir> | One<ul><li>two</li></ul><ul><li>three</li></ul>",
                "<p>One<button>two</button><button>three</button>four | <p>One two three four</p>",
                "<p>One<math><mi>x</mi></math>two <svg></svg>three | <p>One two three</p>",
                "<p>One<select><option>x</select>two<input name=q>three<textarea>x</textarea>, four"
                        + " | <p>One two three, four</p>",
                "<p>One<noscript>two</noscript>three<!-- x -->four | <p>One two threefour</p>",
                "<p>One<iframe src=/v></iframe>two | <p>One <a href=\"/v\">/v</a> two</p>",
                "<p>One<font>two</font><nobr>three</nobr> | <p>Onetwothree</p>",
            })
    void whatAnElementHeldApartStaysApart(String html, String expected) {
        var rendering = Rendering.of(html, BodyFormat.HTML);
        assertEquals(expected, rendering.html());
        assertHarmless(rendering.html());
    }

    @Test
    void noWhiteSpaceIsAddedOrTaken() {
        var html = "<div><p>a  b&nbsp;c “d”</p><ul><li>e</li></ul></div><pre>\n\n  f\n</pre>";
        assertEquals(html, Rendering.of(html, BodyFormat.HTML).html());
    }

    private static void assertHarmless(String html) {
        assertEquals(0, offences(html), html);
        assertEquals(html, Rendering.of(html, BodyFormat.HTML).html(), "is not stable");
    }

    private static long offences(String html) {
        var body =
                Jsoup.parse("<body>" + html)
                        .outputSettings(
                                new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false));
        return body.body().nodeStream().skip(1).filter(SanitizerTest::offends).count();
    }

    private static boolean offends(org.jsoup.nodes.Node node) {
        return switch (node) {
            case Comment _, DataNode _ -> true;
            case Element element ->
                    !TAGS.contains(element.tagName())
                            || element.nameIs("iframe") && !isSafeFrame(element)
                            || element.is(":is(source, track):not(:is(video, audio, picture) > *)")
                            || element.nameIs("input") && !element.hasAttr("disabled")
                            || element.attributes().asList().stream()
                                    .anyMatch(SanitizerTest::offends);
            default -> false;
        };
    }

    private static boolean isSafeFrame(Element frame) {
        return frame.attr("src").matches("https://(www\\.)?youtube\\.com([/?#][^\\\\]*)?")
                && frame.attr("sandbox")
                        .equals("allow-scripts allow-same-origin allow-popups allow-presentation")
                && frame.childNodeSize() == 0;
    }

    private static boolean offends(Attribute attribute) {
        var value = attribute.getValue();
        return !ATTRIBUTES.contains(attribute.getKey())
                || switch (attribute.getKey()) {
                    case "href", "src", "poster" -> !isSafeAddress(value);
                    case "srcset" ->
                            !List.of(value.split(",? +")).stream()
                                    .allMatch(SanitizerTest::isSafeAddress);
                    case "id" -> !value.startsWith("content-");
                    default -> false;
                };
    }

    /// What the URL standard does before it looks for a scheme: control characters and spaces go
    /// from the ends, tabs and line ends from everywhere.
    private static boolean isSafeAddress(String address) {
        var bare =
                address.replaceAll("^[\\x00-\\x20]+|[\\t\\n\\r]", "")
                        .toLowerCase(java.util.Locale.ROOT);
        var scheme = SCHEME.matcher(bare);
        return !scheme.matches()
                || Set.of("http", "https", "ftp", "mailto", "tel", "sms", "geo", "webcal")
                        .contains(scheme.group(1));
    }
}
