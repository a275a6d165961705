package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentMarkdownTest {
    /// Written out here again, so that a slip in what is written shows.
    private static final Cleaner CLEANER =
            new Cleaner(
                    new Safelist()
                            .preserveRelativeLinks(true)
                            .addTags("p", "br", "blockquote", "ul", "ol", "li", "pre", "code")
                            .addTags("em", "strong")
                            .addAttributes("ol", "start")
                            .addAttributes("a", "href")
                            .addProtocols("a", "href", "http", "https", "mailto")
                            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener"));

    private static final int SPLICES = 20_000;

    /// The examples of the specifications, attacks, and pieces of any two of them.
    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        sources.addAll(examples(ExampleReader.readExamples(TestResources.getSpec())));
        sources.addAll(examples(ExampleReader.readExamples(TestResources.getGfmSpec())));
        sources.addAll(Fixture.of("attacks.txt").lines().toList());
        var whole = List.copyOf(sources);
        var random = new Random(1);
        for (int i = 0; i < SPLICES; i++) {
            var one = whole.get(random.nextInt(whole.size()));
            var other = whole.get(random.nextInt(whole.size()));
            sources.add(
                    one.substring(0, random.nextInt(one.length() + 1))
                            + other.substring(random.nextInt(other.length() + 1)));
        }
        return sources;
    }

    private static List<String> examples(List<Example> examples) {
        return examples.stream().map(Example::getSource).toList();
    }

    @Test
    void nothingComesOutThatASanitiserWouldChange() throws IOException {
        for (var source : sources()) {
            var html = Rendering.ofComment(source);
            assertEquals(sanitised(html), html, source);
        }
    }

    /// As a parser of HTML reads it and, of that, what is allowed.
    private static String sanitised(String html) {
        var clean =
                CLEANER.clean(Parser.htmlParser().parseInput(html, "https://relative.invalid/"));
        clean.outputSettings(new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.base));
        return clean.body().html();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[a <http://x.org> b](http://y.org) c | <a y>a </a><a x>http://x.org</a> b c",
                "[*a **b <http://x.org> c** d* e](http://y.org)"
                        + " | <a y><em>a <strong>b </strong></em></a><em><strong><a x>http://x.org</a> c</strong> d</em> e",
                "[a <ftp://x.org> b](http://y.org) | <a y>a </a>ftp://x.org b",
                "![a [b](http://x.org)](http://y.org) | a <a x>b</a>"
            })
    void aLinkEndsWhereAnotherBeginsInIt(String source, String expected) {
        var html =
                Rendering.ofComment(source)
                        .replaceAll(
                                "<a href=\"http://(.)\\.org\" rel=\"nofollow ugc noopener\">",
                                "<a $1>");
        assertEquals("<p>" + expected + "</p>", html);
    }

    @ParameterizedTest
    @CsvSource({
        "/b, /b",
        "?c, ?c",
        "#d, #content-d",
        "//x.org/e, //x.org/e",
        "https://x.org/../f, https://x.org/../f"
    })
    void anAddressIsKeptAsItWasWritten(String written, String address) {
        assertEquals(
                "<p><a href=\"" + address + "\" rel=\"nofollow ugc noopener\">a</a></p>",
                Rendering.ofComment("[a](" + written + ")"));
    }

    @Test
    void theLanguageOfCodeAndTheTitleOfALinkAreLeftOut() {
        assertEquals(
                "<pre><code>&lt;b&gt; \"&amp;\"&nbsp;\n</code></pre>\n"
                        + "<p><a href=\"http://x.org/?a&amp;b\" rel=\"nofollow ugc noopener\">c</a></p>",
                Rendering.ofComment("```java\n<b> \"&\"\u00a0\n```\n[c](http://x.org/?a&b \"d\")"));
    }
}
