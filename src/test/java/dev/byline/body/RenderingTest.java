package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.text.Texts;
import dev.byline.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
    @Test
    void aRealArticleKeepsItsQuotesDoubleSpacesAndNoBreakSpaces() throws IOException {
        var source = Fixture.of("seed-excerpt.txt");
        var rendering = Rendering.of(source, BodyFormat.MARKDOWN);
        assertEquals(source.strip(), rendering.text());
        var html = rendering.html().replace("&nbsp;", "\u00a0");
        for (var paragraph : source.split("\n\n")) {
            assertTrue(html.contains("<p>" + paragraph + "</p>"), paragraph);
        }
        assertTrue(source.contains("\u00a0"));
    }

    @Test
    void markdownHasTheExtensions() {
        var html =
                markdown(
                                """
                                # A *title*

                                ~~no~~ www.example.org[^1] <b title="x">b</b> [up](#a-title)

                                - [x] done

                                | a |
                                |--:|
                                | 1 |

                                ```java
                                x  y
                                ```

                                [^1]: Source
                                """)
                        .html();
        for (var part :
                new String[] {
                    "<h1 id=\"content-a-title\">A <em>title</em></h1>",
                    "<del>no</del>",
                    ">www.example.org</a>",
                    "<sup class=\"footnote-ref\"><a href=\"#content-fn-1\" id=\"content-fnref-1\">1</a>",
                    "<b>b</b>",
                    "<a href=\"#content-a-title\">up</a>",
                    "<li><input checked disabled type=\"checkbox\"> done</li>",
                    "<th align=\"right\">a</th>",
                    "<pre><code class=\"language-java\">x  y\n</code></pre>",
                    "<section class=\"footnotes\">"
                }) {
            assertTrue(html.contains(part), () -> part + " is not in " + html);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p id=a>b</p>\\n\\n# a\\n\\n# a | a a-1 a-2",
                "# a\\n\\n<p id=a-1>b</p>\\n\\n# a | a a-1 a-2",
                "<b id=a>b</b> <i id=a>c</i> <u id=content-a>d</u> | a a-1 a-2",
                "<a name=a>b\\n\\n<p>c\\n\\n# a | a a-1 a-2",
                "# fn 1\\n\\nx[^1]\\n\\n[^1]: y | fn-1 fnref-1 fn-1-1",
            })
    void idsAlikeDifferAndTheFirstKeepsItsOwn(String source, String ids) {
        var html = Jsoup.parse(markdown(source.replace("\\n", "\n")).html());
        var found = html.select("[id]").eachAttr("id");
        assertEquals(found.size(), Set.copyOf(found).size(), found::toString);
        assertEquals("content-" + ids.split(" ")[0], found.getFirst());
        assertEquals(List.of(ids.replaceAll("(^| )", "$1content-").split(" ")), found);
        html.select(".footnote-ref a")
                .forEach(link -> assertEquals("#content-fn-1-1", link.attr("href")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "2026000. y | <ol start=\"2026000\">",
                "```föö-日本語; x\\n```| <code class=\"language-föö-日本語;\">",
            })
    void isAsSpecified(String source, String part) {
        var html = markdown(source.replace("\\n", "\n")).html();
        assertTrue(html.contains(part), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|\n-|", "| a |\n|-|-|", "a|b|c\n-|-", "|\n|-", "||\n|-|-|"})
    void aTableHasAsManyCellsInItsHeaderAsBelowIt(String source) {
        assertFalse(markdown(source).html().contains("<table>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> | a | b |\n> |---|---|\n> | c | d |",
                "> a|b\n>-|-",
                "- > | a |\n  > |---|",
                "1. | a | b |\n   |---|---|",
                "> - a|b\n>   -|-"
            })
    void aTableMayStandInAQuoteOrAList(String source) {
        assertTrue(markdown(source).html().contains("<table>"));
    }

    @Test
    void plainTextHasBlankLinesBetweenBlocksAndNoMarks() {
        var text =
                markdown(
                                """
                                # Title
                                one
                                two  three[^n] ![picture](/p.png)

                                - a
                                - b

                                |x|y|
                                |-|-|
                                |1|2|

                                    code

                                end

                                [^n]: note
                                """)
                        .text();
        assertEquals(
                "Title\n\none two  three\n\na\nb\n\nx\ty\n1\t2\n\ncode\n\nend\n\nnote",
                text.replace("three \n", "three\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One![](a.png)two <img src=b.png> three | One two three",
                "<ruby>Tokyo<rt>capital</rt></ruby>of | Tokyo capital of",
                "Parliament<sup>2</sup>, law<sup><a href=#n>a</a></sup> | Parliament 2, law a",
                "35 m<sup>2</sup>, the 1<sup>st</sup> H<sub>2</sub>O, Mme<sup>e</sup> | 35 m2, the 1st H2O, Mmee",
                "foo<wbr>bar<b>baz</b> | foobarbaz",
            })
    void plainTextKeepsWordsApart(String source, String text) {
        assertEquals(text, markdown(source).text());
    }

    @Test
    void nothingComesOutThatCannotBeStored() {
        for (var format : BodyFormat.values()) {
            var rendering = Rendering.of("a&#0;b &#xD800; \\u0000", format);
            assertFalse((rendering.html() + rendering.text()).contains("\0"));
            assertFalse(Texts.hasLoneSurrogate(rendering.html() + rendering.text()));
        }
    }

    @Test
    void aCommentShowsHtmlAsTextAndHasNoHeadingsTablesOrImages() {
        assertEquals(
                "<p># a &lt;b&gt;b&lt;/b&gt; pic</p>\n<p>|x|<br>\n|-|</p>",
                Rendering.ofComment("# a <b>b</b> ![pic](/p.png)\n\n|x|\n|-|"));
    }

    @Test
    void aCommentKeepsLineBreaksAndItsLinksEarnNothing() {
        assertEquals(
                "<p>a<br>\n<em>b</em> <a href=\"https://x.org\" rel=\"nofollow ugc noopener\">"
                        + "https://x.org</a></p>",
                Rendering.ofComment("a\n*b* https://x.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'— – … 👍', 0",
        "one, 1",
        "'it’s well-known: 1,492 files', 4",
        "'Russia—not', 2",
        "'a\u00a0b\u3000c', 3",
        "'日本語のテスト', 7",
        "'Java 言語', 3",
        "'한국어 문장', 2",
        "'हिन्दी में', 2"
    })
    void wordsAreCountedInAnyScript(String text, int words) {
        assertEquals(words, Words.count(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "238, 1", "239, 2", "412, 2"})
    void readingTakesFullMinutes(int words, int minutes) {
        assertEquals(minutes, Rendering.readingMinutes(words));
    }

    private static Rendering markdown(String source) {
        return Rendering.of(source, BodyFormat.MARKDOWN);
    }
}
