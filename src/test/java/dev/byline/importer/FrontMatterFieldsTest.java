package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterFieldsTest {
    private final Report report = new Report();

    @Test
    void refusesASlugOfWhichNothingIsLeft() {
        assertThrows(Refusal.class, () -> fields("slug: '—'").slug("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "sin%e2%80%8a-%e2%80%8aready-to-serve, sin-ready-to-serve",
        "100% sure, 100-sure",
        "Now Hear This, now-hear-this"
    })
    void putsASlugIntoBylinesForm(String given, String slug) throws Refusal {
        assertEquals(slug, fields("slug: " + given).slug("name"));
        assertEquals(List.of(given + " → " + slug), remarks(Remark.SLUG));
    }

    @Test
    void takesTheSlugFromTheNameWhereNoneIsGiven() throws Refusal {
        assertEquals("name", fields("title: x").slug("name"));
        assertEquals(1, remarks(Remark.SLUG).size());
    }

    @Test
    void keepsASlugThatIsOne() throws Refusal {
        assertEquals("18f", fields("slug: 18f").slug("name"));
        assertTrue(report.remarks().isEmpty());
    }

    @Test
    void reportsWhatNobodyReadButNotAgainWhatIsAboutReaders() throws Refusal {
        var fields = fields("Title: x\nempty: ''\nweight: 2\nlinks: [a]\nexpirydate: 2025-01-01");
        fields.text("title");
        fields.reportTheRest();

        assertEquals(List.of("weight: 2", "links"), remarks(Remark.FIELD));
    }

    @Test
    void decodesEntitiesButNoAmpersandThatIsText() throws Refusal {
        var fields = fields("title: 'AT&T &amp; R&D&#8217;s &ldquo;x&rdquo; &nosuch;'");

        assertEquals("AT&T & R&D’s “x” &nosuch;", fields.plain("title"));
        assertEquals(1, remarks(Remark.ENTITIES).size());
    }

    private FrontMatterFields fields(String yaml) throws Refusal {
        var file = SourceFile.parse("news/a.md", "---\n" + yaml + "\n---\n");
        return new FrontMatterFields(file, report);
    }

    private List<String> remarks(Remark remark) {
        return report.remarks().get(remark).get("news/a.md");
    }
}
