package dev.byline.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.importer.report.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'Only text'                       | 'no front matter'",
                    "''                                | 'no front matter'",
                    "'+++\ntitle = 1\n+++\n'           | 'no front matter'",
                    "'text\n---\ntitle: a\n---\n'      | 'no front matter'",
                    "'---\ntitle: a\n'                 | 'no end'",
                    "'---\n---\n'                      | 'no fields'",
                    "'---\n- a\n---\n'                 | 'no fields'",
                    "'---\ntitle: [a\n---\n'           | 'not YAML'",
                    "'---\n? [a]\n: b\n---\n'          | 'name is not text'",
                    "'---\na: *missing\n---\n'         | 'not YAML'",
                })
        void withItsReason(String text, String reason) {
            var refusal = assertThrows(Refusal.class, () -> SourceFile.parse("news/a.md", text));

            assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        }

        @Test
        void yamlThatIsTooDeep() {
            var text = "---\na: " + "[".repeat(100) + "]".repeat(100) + "\n---\n";

            assertThrows(Refusal.class, () -> SourceFile.parse("news/a.md", text));
        }

        @Test
        void anAliasBomb() {
            var yaml = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 12; i++) {
                yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
            }

            assertThrows(Refusal.class, () -> parse(yaml + "---\n"));
        }

        @Test
        void aTagThatWouldMakeAnObject() {
            assertThrows(Refusal.class, () -> parse("---\na: !!java.net.URL [x]\n---\n"));
        }

        @Test
        void aListWhereATextBelongs() throws Refusal {
            var frontMatter = parse("---\ntitle: [a, b]\n---\n").frontMatter();

            assertThrows(Refusal.class, () -> frontMatter.text("title"));
        }
    }

    @Test
    void theBodyIsKeptToTheCharacter() throws Refusal {
        var file = parse("---\r\ntitle: a\r\n---\r\n\r\nOne  two\u00a0three\r\n---\r\n \n");

        assertEquals("\r\nOne  two\u00a0three\r\n---\r\n \n", file.body());
        assertEquals(4, file.bodyLine());
    }

    @Test
    void blankLinesAndAByteOrderMarkMayComeBefore() throws Refusal {
        assertTrue(parse("\uFEFF\n \n---\ntitle: a\n---\nText").led());
        assertFalse(parse("---\ntitle: a\n---\nText").led());
    }

    @Test
    void whatLooksLikeANumberOrADateStaysText() throws Refusal {
        var frontMatter = parse("---\nslug: 0x10\ndate: 2014-01-09\n---\n").frontMatter();

        assertEquals("0x10", frontMatter.text("slug"));
        assertEquals("2014-01-09", frontMatter.text("date"));
    }

    @Test
    void anEmptyFieldIsAsGoodAsNone() throws Refusal {
        var frontMatter = parse("---\na:\nb: ''\nc: []\nd: ~\ne: x\n---\n").frontMatter();

        assertEquals(Set.of("e"), frontMatter.names());
        assertNull(frontMatter.text("a"));
        assertEquals(List.of(), frontMatter.texts("c"));
    }

    @Test
    void ofAFieldGivenTwiceTheLastCounts() throws Refusal {
        var frontMatter = parse("---\na: 1\na: 2\n---\n").frontMatter();

        assertEquals("2", frontMatter.text("a"));
        assertEquals(Set.of("a"), frontMatter.repeated());
    }

    private static SourceFile parse(String text) throws Refusal {
        return SourceFile.parse("news/a.md", text);
    }
}
