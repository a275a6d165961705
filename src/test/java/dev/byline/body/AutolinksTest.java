package dev.byline.body;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutolinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a www. b",
                "awww.a.org",
                "/www.a.org",
                "http:// a",
                "xhttp://a.org",
                "http://a_b.c",
                "www.a.b_c",
                "http://-a.org",
                "a@b",
                "a@b.",
                "a@b.c-",
                "@b.c",
                "a@b@c.d",
                "a@b.c_",
                "file:///a",
                "`http://a.org`",
            })
    void isNoLink(String source) {
        assertEquals("", links(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "www.a.org/b?c=(d))+e | www.a.org/b?c=(d))+e",
                "(www.a.org/b_(c)) | www.a.org/b_(c)",
                "((www.a.org))) | www.a.org",
                "(http://a.org/(b) | http://a.org/(b)",
                "http://a.org/b?!.,:*_~'\" | http://a.org/b",
                "http://a.org/b?c&d; | http://a.org/b?c",
                "http://a.org/b?c&d1;&e; | http://a.org/b?c",
                "http://a.org/b; | http://a.org/b",
                "http://a.org/b?c=1&amp;d=2 | http://a.org/b?c=1&d=2",
                "“https://a.org/b” and «www.c.org»… | https://a.org/b www.c.org",
                "*www.a.org* ~~http://b.org~~ | www.a.org http://b.org",
                "HTTPS://A.org WWW.a.org | HTTPS://A.org WWW.a.org",
                "ftp://a.org/b http://localhost:80/c | ftp://a.org/b http://localhost:80/c",
                "http://a_b.c.org http://ö.de/ä | http://a_b.c.org http://ö.de/ä",
                "www.a.org<b>c</b> | www.a.org",
                "a.b+c_d-e@f-g.h. mailto:i@j.k | a.b+c_d-e@f-g.h mailto:i@j.k",
                "# www.a.org | www.a.org",
                "!http://a.org!b@c.d!<br>!-!-! | http://a.org b@c.d",
                "[http://a.org](/b) <a href='/c'>http://d.org</a> http://e.org | http://a.org http://d.org http://e.org",
            })
    void isALinkUpToItsEnd(String source, String links) {
        assertEquals(links, links(source.replace("<br>", "\n").replaceAll("!(?=[hb\n-]|$)", "|")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "www.a.org | http://www.a.org",
                "http://a.org/ä%20%zz[b] | http://a.org/%C3%A4%20%25zz%5Bb%5D",
                "a@b.c | mailto:a@b.c",
                "[a](<b c ö>) | b%20c%20%C3%B6",
            })
    void leadsToThePercentEncodedAddress(String source, String address) {
        var html = Jsoup.parse(Rendering.of(source, BodyFormat.MARKDOWN).html());
        assertEquals(address, html.select("a").attr("href"));
    }

    private static String links(String source) {
        var html = Rendering.of(source, BodyFormat.MARKDOWN).html();
        return Jsoup.parse(html).select("a").eachText().stream().collect(joining(" "));
    }
}
