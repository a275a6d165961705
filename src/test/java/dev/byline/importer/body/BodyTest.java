package dev.byline.importer.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.byline.importer.folder.ShortcodeScanner;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(CONCURRENT)
class BodyTest {
    private static final String FILES = "https://s3.amazonaws.com/digitalgov/_legacy-img/";

    private final Report report = new Report();

    @Nested
    class Unknown {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Come {{< tmp \"events/x_y_z.md\" >}} soon.",
                    "Come {{<tmp>}} soon.",
                    "{{< tmp `a``b` >}}",
                    "[Register]({{< tmp\"events/x.md\" >}} \"Now\")!",
                    "![Picture]({{< tmp \"x\" >}})",
                    "[{{< tmp \"in the text\" >}}](https://example.org/)",
                    "[a\nb]({{< tmp \"two lines\" >}})",
                    "A <a title=\"T\" href=\"{{< tmp \"x.md\" >}}\">call</a> away",
                    "<p>\nA <a href='{{< tmp \"x.md\" >}}' target=\"_blank\">call</a> away\n</p>",
                    "<p>{{< tmp \"x\" >}}</p>",
                    "# A heading {{< tmp \"x\" >}}",
                    "- item\n- {{< tmp \"x\" >}}",
                    "| a | b |\n|---|---|\n| 1 | {{< tmp \"x\" >}} |",
                    "{{< note >}}Never closed",
                    "Closed but never opened {{< /note >}}",
                    "{{< img src=\"by-a-key-of-the-library\" >}}"
                })
        void isVisibleToReadersAndReported(String body) throws Refusal {
            var source = ShortcodeScanner.scan(body).getFirst().source();

            assertTrue(text(rewrite(body)).contains(source), rewrite(body));
            assertTrue(remarks(Remark.SHORTCODE_SHOWN).getFirst().contains(source));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '\0',
                delimiter = '|',
                value = {
                    "Come {{< tmp\\n  a=`b`\\n>}} soon. | Come ``{{< tmp a=`b` >}}`` soon.",
                    "{{< tmp\\n\\n  # a\\n  - b\\n>}} | `{{< tmp # a - b >}}`",
                    "<p>{{< tmp\\n\\na >}}</p> | <p><code>{{&lt; tmp a &gt;}}</code></p>"
                })
        void isVisibleOnOneLine(String body, String expected) throws Refusal {
            assertEquals(expected, rewrite(body.replace("\\n", "\n")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "`{{< tmp \"x\" >}}`",
                    "    {{< legacy-img src=\"a.png\" alt=\"\" >}}",
                    "```\n[x]({{< ref \"/topics/mobile\" >}})\n```",
                    "<!-- {{< tmp \"x\" >}} -->"
                })
        void staysAsItIsInCodeAndComments(String body) throws Refusal {
            assertEquals(body, rewrite(body));
            assertEquals(1, remarks(Remark.LITERAL).size());
        }

        @Test
        void leavesTheWordsOfTheLinkThatItWasIn() throws Refusal {
            assertEquals(
                    "the community (`{{< ref \"/communities\" >}}`), and _so_ on",
                    rewrite("[the community]({{< ref \"/communities\" >}} \"M\"), and _so_ on"));
            assertEquals(
                    List.of("line 5: ]({{< ref \"/communities\" >}} \"M\")"),
                    remarks(Remark.REFERENCE_SHOWN));
        }
    }

    @Nested
    class References {

        @Test
        void leadToTheArticleOfThatFileName() throws Refusal {
            assertEquals(
                    "[x](/articles/b#audit \"B\")",
                    rewrite("[x]({{< ref \"2014-01-01-b.md#audit\" >}} \"B\")"));
            assertEquals(
                    "line 5: {{< ref \"2014-01-01-b.md#audit\" >}} → /articles/b#audit",
                    remarks(Remark.REFERENCE).getFirst());
        }

        @Test
        void leadToATopicOrAnAuthorByTheirFolder() throws Refusal {
            assertEquals("[x](/tags/mobile)", rewrite("[x]({{< ref \"/topics/mobile\" >}})"));
            assertEquals(
                    "[x](/authors/jane)",
                    rewrite("[x]({{< relref \"authors/jane/_index.md\" >}})"));
        }

        @Test
        void mayLeadWithinTheArticle() throws Refusal {
            assertEquals("[x](#prepare)", rewrite("[x]({{< ref \"#prepare\" >}})"));
        }

        @Test
        void standInHtmlAsWell() throws Refusal {
            assertEquals(
                    "<p>\n<a href=\"/articles/b\">x</a></p>",
                    rewrite("<p>\n<a href=\"{{< ref \"2014-01-01-b.md\" >}}\">x</a></p>"));
        }

        @Test
        void leadNowhereWhereTwoFilesBearTheName() throws Refusal {
            rewrite("[x]({{< ref \"twice.md\" >}})");

            assertEquals(1, remarks(Remark.REFERENCE_AMBIGUOUS).size());
        }
    }

    @Nested
    class Pictures {

        @Test
        void becomeMarkdownInText() throws Refusal {
            assertEquals(
                    "![A \\[b\\] \\_c](" + FILES + "2013/12/Docs_Teach.jpg)",
                    rewrite(
                            """
                            {{< legacy-img src="2013/12/Docs\\_Teach.jpg" alt="A [b] \\_c" >}}"""));
        }

        @Test
        void becomeAFigureWhereTheyHaveACaption() throws Refusal {
            var html =
                    "<figure><img src=\"%sa.png\" alt=\"A &amp; B\">".formatted(FILES)
                            + "<figcaption>By <em>C</em></figcaption></figure>";

            assertEquals(
                    html + "\n\n# Next",
                    rewrite(
                                    """
                            {{< legacy-img-right src="a.png" alt="A &amp; B" caption="By _C_" >}}
                            # Next""")
                            .replace("\n\n\n", "\n\n"));
        }

        @Test
        void stayWithinTheLinkThatTheyAreIn() throws Refusal {
            assertEquals(
                    "[![x](" + FILES + "a.png)](https://example.org/)Text",
                    rewrite(
                            "[{{< legacy-img src=\"a.png\" alt=\"x\" caption=\"\" >}}]"
                                    + "(https://example.org/)Text"));
        }

        @Test
        void becomeHtmlInHtml() throws Refusal {
            assertEquals(
                    "<td>\n  <img src=\"https://example.org/a.gif\" alt=\"&quot;x&quot;\">\n</td>",
                    rewrite(
                            "<td>\n  {{< legacy-img src=\"https://example.org/a.gif\""
                                    + " alt=\"\\\"x\\\"\" >}}\n</td>"));
        }

        @Test
        void haveAnAddressThatEndsWhereItShould() throws Refusal {
            assertEquals(
                    "![](" + FILES + "a%20%28b%29%E2%80%93c%3E.png)",
                    rewrite("{{< legacy-img src=\"a (b)–c>.png\" >}}"));
        }
    }

    @Test
    void markdownThatIsNestedTooDeepIsRead() throws Refusal {
        var body = "**a ".repeat(5_000) + "{{< tmp >}}" + " a**".repeat(5_000);

        assertTrue(rewrite(body).startsWith("**a **a "));
    }

    @Test
    void aFileIsTheAddressOfItsLink() throws Refusal {
        assertEquals(
                "[doc](" + FILES + "2014/07/a.pdf)",
                rewrite("[doc]({{< legacy-file \"2014/07/a.pdf\" >}})"));
    }

    @Test
    void videosAndTweetsBecomeLinks() throws Refusal {
        assertEquals(
                "[JFK: Moon](https://www.youtube.com/watch?v=6z1D)\n\n"
                        + "[Tweet by @a\\_b](https://twitter.com/a_b/status/42)",
                rewrite(
                        "{{< youtube id=\"6z1D\" title=\"JFK: Moon\" >}}\n\n"
                                + "{{< tweet user=\"a_b\" id=\"42\" >}}"));
    }

    @Test
    void aQuotationIsQuoted() throws Refusal {
        assertEquals(
                "> 10,000 ways\n>\n> — Thomas A. Edison",
                rewrite("{{< quote-block text=\"10,000 ways\" cite=\"Thomas A. Edison\" >}}"));
    }

    @Test
    void aNoteIsSetApartAndItsMarkdownStaysMarkdown() throws Refusal {
        var html = html(rewrite("Before\n{{< note >}}**One**:\n\nTwo [x](y).{{< /note >}}\nAfter"));

        assertEquals("One: Two x.", Jsoup.parse(html).select("aside").text());
        assertEquals(1, Jsoup.parse(html).select("aside strong").size());
        assertEquals("After", Jsoup.parse(html).select("p").last().text());
    }

    @Test
    void theIdOfAHeadingBecomesAnAnchor() throws Refusal {
        assertEquals(
                "## Choose <a id=\"choose\"></a>\r\n\r\nNo {#id} here {#x}\r\n",
                rewrite("## Choose {#choose}\r\n\r\nNo {#id} here {#x}\r\n"));
    }

    @Test
    void allElseStaysToTheCharacter() throws Refusal {
        var body = "\r\n\uE000“Two”  spaces,\ta no-break\u00a0space &amp; {{ no }} {#x \r\n";

        assertEquals(body, rewrite(body));
        assertEquals(
                body + "[x](/articles/b)" + body,
                rewrite(body + "[x]({{< ref \"2014-01-01-b\" >}})" + body));
    }

    private String rewrite(String body) throws Refusal {
        var addresses = new SiteAddresses();
        addresses.article("news/2014/01/2014-01-01-b.md", "b");
        addresses.article("news/2014/twice.md", "twice");
        addresses.article("news/2015/twice.md", "twice-2");
        addresses.author("jane", "jane");
        addresses.topic("mobile", "mobile");
        var file = SourceFile.parse("news/a.md", "---\ntitle: a\nslug: a\n---\n" + body);
        return Body.of(file, new Vocabulary(addresses), report);
    }

    private List<String> remarks(Remark remark) {
        return report.remarks().get(remark).get("news/a.md");
    }

    private static String text(String markdown) {
        return Jsoup.parse(html(markdown)).text();
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    }
}
