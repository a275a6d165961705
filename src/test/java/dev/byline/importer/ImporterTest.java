package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.byline.importer.report.Halt;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(CONCURRENT)
class ImporterTest {
    private static final String BANK = "news/2014/04/2014-04-10-goes-responsive.md";
    private static final String REPORT = "news/2015/06/2015-06-29-a-report-that-matters.md";
    private static final String BARE = "news/2015/06/2015-06-30-bare.md";

    @TempDir Path folder;
    private StandIn byline;

    @BeforeEach
    void begin() throws IOException {
        byline = new StandIn();
        copyPublication();
    }

    @AfterEach
    void end() {
        byline.close();
    }

    @Nested
    class Halted {

        @Test
        void whereNoServerAnswers() {
            byline.close();

            assertHalt("No Byline answers at");
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404, 500})
        void whereTheServerDoesNotWantIt(int status) {
            byline.always = status;

            assertFalse(assertThrows(Halt.class, () -> run(false)).getMessage().isBlank());
            assertTrue(byline.writes.isEmpty());
        }

        @Test
        void whereTheServerStaysBusy() {
            byline.busy = Integer.MAX_VALUE;

            assertHalt("is too busy");
        }

        @Test
        void whereThereIsNoFolder() throws IOException {
            try (var server = server(byline.address())) {
                var settings = settings(folder.resolve("none"), false);
                var importer = importer(settings, server, new Report());

                assertThrows(Halt.class, importer::run);
            }
        }

        private void assertHalt(String beginning) {
            var halt = assertThrows(Halt.class, () -> run(false));
            assertTrue(
                    halt.getMessage().startsWith(beginning)
                            || halt.getMessage().contains(beginning));
        }
    }

    @Nested
    class Refused {

        @Test
        void aFileWithoutFrontMatterAndNoOtherWithIt() {
            var report = run(false);

            assertEquals(Outcome.REFUSED, outcome(report, BARE));
            assertTrue(report.entries().get(BARE).detail().startsWith("no front matter"));
            assertEquals(1, report.count(Outcome.REFUSED));
        }

        @Test
        void whatTheServerRefusesWithTheServersReason() throws IOException {
            edit(REPORT, "A Report That Matters", "Long ".repeat(100));

            assertEquals("422, title too long", run(false).entries().get(REPORT).detail());
        }

        @Test
        void theSecondFileOfASlug() throws IOException {
            edit(REPORT, "slug: a-report-that-matters", "slug: goes-responsive");

            var report = run(false);

            assertEquals(
                    "its slug goes-responsive is that of " + BANK,
                    report.entries().get(REPORT).detail());
            assertEquals(Outcome.CREATED, outcome(report, BANK));
        }

        @Test
        void aSlugThatAnotherArticleHasInByline() throws IOException {
            run(false);
            move(REPORT, "news/2015/06/moved.md");

            assertEquals(
                    "409, slug taken", run(false).entries().get("news/2015/06/moved.md").detail());
        }

        @Test
        void aFileThatChangedWhereAnEditorDidToo() throws IOException {
            run(false);
            byline.edit("a-report-that-matters");
            edit(REPORT, "spaces", "SPACES");

            assertEquals(Outcome.REFUSED, outcome(run(false), REPORT));
            assertEquals(
                    "An editor's title",
                    byline.bySlug("a-report-that-matters").path("title").asText());
        }

        @Test
        void whatIsNoText() throws IOException {
            Files.write(folder.resolve(REPORT), new byte[] {'-', '-', '-', '\n', (byte) 0xC3, '('});
            Files.write(folder.resolve("news/large.md"), new byte[2_000_000]);

            var report = run(false);

            assertEquals("not in UTF-8", report.entries().get(REPORT).detail());
            assertEquals(Outcome.REFUSED, outcome(report, "news/large.md"));
        }
    }

    @Test
    void everyFileIsAccountedFor() throws IOException {
        Files.writeString(folder.resolve("news/notes.txt"), "");
        Files.writeString(folder.resolve("LICENSE.md"), "");
        Files.createDirectories(folder.resolve("_posts"));
        Files.writeString(folder.resolve("_posts/2012-01-01-older.md"), "");
        Files.createSymbolicLink(folder.resolve("news/loop"), folder);

        var report = run(false);

        assertEquals(Outcome.ASIDE, outcome(report, "authors/_index.md"));
        assertEquals(Outcome.ASIDE, outcome(report, "news/notes.txt"));
        assertEquals(Outcome.ASIDE, outcome(report, "news/loop"));
        assertEquals(Outcome.ASIDE, outcome(report, "LICENSE.md"));
        assertEquals(Outcome.ASIDE, outcome(report, "_posts/2012-01-01-older.md"));
        assertEquals(5, report.count(Outcome.CREATED));
        assertEquals(11, report.entries().size());
    }

    @Test
    void anArticleArrivesAsTheFileSaysIt() {
        var report = run(false);
        var article = byline.bySlug("goes-responsive");

        assertEquals("Treasury’s HelpWithMyBank.gov Goes Responsive", text(article, "title"));
        assertEquals(
                "Visitors use “any” device — AT&T phones among them.", text(article, "summary"));
        assertEquals("[\"jparcell\",\"katie-gresham\"]", article.path("authors").toString());
        assertEquals("[\"mobile\",\"artificial-intelligence\"]", article.path("tags").toString());
        assertEquals("[\"99992\"]", article.path("formerSlugs").toString());
        assertEquals("2014-04-10T05:44:28Z", article.at("/publication/from").asText());
        assertEquals(
                "https://digital.gov/resources/goes-responsive/", text(article, "canonicalUrl"));
        assertTrue(text(article, "body").startsWith("\n![A \"smart\" phone\\_s screen](https://"));
        assertTrue(text(article, "note").startsWith("Imported from " + BANK + " (sha256 "));
        assertEquals('7', text(article, "id").charAt(14));

        assertEquals(
                List.of("kicker: For every screen", "weight: 1"), remarks(report, Remark.FIELD));
        assertEquals(List.of("mobile"), remarks(report, Remark.REPEATED));
        assertEquals(List.of("katie-gresham"), remarks(report, Remark.AUTHOR_MADE));
        assertEquals("2025-01-01T00:00:00Z", article.at("/publication/until").asText());
        assertEquals(
                List.of("date: 2014-04-10 1:44:28 -0400, expirydate: 2025-01-01"),
                remarks(report, Remark.ENDED));
        assertEquals(1, remarks(report, Remark.ALIAS).size());
        assertEquals("katie-gresham", text(byline.authors.get("katie-gresham"), "name"));
    }

    @Test
    void aBodyArrivesToTheCharacter() {
        run(false);

        assertEquals(
                "\r\nTwo  spaces, a no-break\u00a0space and “curly quotes”.\r\n",
                text(byline.bySlug("a-report-that-matters"), "body"));
    }

    @Test
    void authorsAndTopicsArriveAsTheirFilesSayThem() {
        run(false);

        var author = byline.authors.get("jparcell");
        assertEquals("U.S. General Services Administration", text(author, "biography"));
        assertEquals("https://github.com/jparcell.png", text(author, "picture"));
        assertEquals("https://github.com/jparcell", author.at("/links/0/url").asText());
        assertEquals("Jane O'Roe", text(byline.authors.get("jane-roe"), "name"));
        assertEquals(
                "People increasingly use their mobile devices.",
                text(byline.tags.get("mobile"), "description"));
    }

    @Nested
    class KeptFromReaders {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "draft: yes",
                    "Draft: true",
                    "published: false",
                    "status: draft",
                    "draft: maybe",
                    "drfat: true",
                    "mood: happy"
                })
        void anArticleWhoseFileSaysOrMaySaySo(String field) throws IOException {
            edit(REPORT, "slug: a-report", field + "\r\nslug: a-report");

            var report = run(false);

            assertDraft("a-report-that-matters");
            assertTrue(
                    report.remarks().get(Remark.HIDDEN).get(REPORT).getFirst().startsWith(field));
        }

        @Test
        void whatASectionsFileSaysOfAllBelowIt() throws IOException {
            Files.writeString(
                    folder.resolve("news/2015/_index.md"),
                    "---\ntitle: 2015\ncascade:\n  - _target: {path: /x}\n    draft: true\n---\n");
            Files.writeString(
                    folder.resolve("news/2014/_index.md"), "+++\n[cascade]\ndraft = true\n+++\n");
            run(false);

            assertDraft("a-report-that-matters");
            assertDraft("goes-responsive");
        }

        @ParameterizedTest
        @CsvSource({
            "_config.yml, 'defaults: [{values: {published: false}}]'",
            "hugo.toml, '[cascade]\ndraft = true'",
            "news/news.json, '{\"draft\": true}'",
            "news/news.yaml, 'draft: true'",
            "news/news.11tydata.js, 'module.exports={permalink:false}'",
            "news/news.11tydata.json, '{\"eleventyExcludeFromCollections\": true}'",
            "news/_category_.json, '{\"unlisted\": true}'",
            "news/_dir.yml, 'navigation: false\ndraft: true'",
            "_index.md, '---\ncascade: {private: true}\n---\n'"
        })
        void whatSettingsSayOfAllBelowThem(String file, String text) throws IOException {
            Files.writeString(folder.resolve(file), text);
            run(false);

            assertDraft("a-report-that-matters");
            assertDraft("goes-responsive");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "news/_drafts/moved.md",
                    "news/private/moved.md",
                    "news/Unpublished/moved.md",
                    "news/_moved.md",
                    "news/moved.draft.md",
                    "news/moved (conflicted copy).md",
                    "news/old_drafts/moved.md",
                    "news/Drafts 2026/moved.md",
                    "news/moved (draft).md",
                    "news/WIP moved.md",
                    "news/staff-only/moved.md",
                    "news/to-review/moved.md",
                    "news/moved copy.md",
                    "news/moved - Copy (2).md",
                    "news/Copy of moved.md"
                })
        void whatLiesWhereReadersDoNotCome(String path) throws IOException {
            move(REPORT, path);
            run(false);

            assertDraft("a-report-that-matters");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hugo.toml: ignoreFiles = [ '\\.foo$', 'left-[o]ut' ]",
                    "config.yaml: ignoreFiles:\n  - '\\.foo$'\n  - left-out\n",
                    "config.json: {\"ignoreFiles\": [\"news/left.*\\\\.md\"]}",
                    "_config.yml: exclude: [x, news/left-*]",
                    "_config.yml: exclude:\n- news/left-out.md\n"
                })
        void whatTheSettingsLeaveOut(String settings) throws IOException {
            var name = settings.substring(0, settings.indexOf(':'));
            Files.writeString(folder.resolve(name), settings.substring(name.length() + 2));
            move(REPORT, "news/left-out.md");
            run(false);

            assertDraft("a-report-that-matters");
            assertTrue(byline.bySlug("goes-responsive").has("publication"));
        }

        @Test
        void whatLiesBesideThePageOfItsBundle() throws IOException {
            write("news/bundle/index.md", "title: Bundle\ndate: 2020-01-01");
            write("news/bundle/notes.md", "title: Notes\ndate: 2020-01-01");
            run(false);

            assertTrue(byline.bySlug("bundle").has("publication"));
            assertDraft("notes");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "news/.hidden.md",
                    "news/#moved.md#",
                    "news/~$moved.md",
                    "news/moved.md~",
                    "news/.git/moved.md"
                })
        void whatIsHiddenNotEvenAsADraft(String path) throws IOException {
            move(REPORT, path);

            var report = run(false);

            assertEquals(null, byline.bySlug("a-report-that-matters"));
            assertEquals(1, report.entries().keySet().stream().filter(path::startsWith).count());
        }

        @Test
        void aTextWithPassagesForSome() throws IOException {
            edit(REPORT, "Two  spaces", "{% if member %}Two{% endif %}  spaces");
            edit(BANK, "See [the", "{{< private >}}x{{< /private >}} See [the");
            run(false);

            assertDraft("a-report-that-matters");
            assertDraft("goes-responsive");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!--members-only-->",
                    "<!-- Private -->",
                    "[private]x[/private]",
                    "::: {.private}"
                })
        void aTextThatIsMarkedForSome(String mark) throws IOException {
            edit(REPORT, "Two  spaces", mark + "\nTwo  spaces");
            edit(BANK, "See [the", "<!-- more --> [private] sector\n::: note\nSee [the");
            run(false);

            assertDraft("a-report-that-matters");
            assertTrue(byline.bySlug("goes-responsive").has("publication"));
        }

        @Test
        void aTextWithASecondFrontMatter() throws IOException {
            edit(REPORT, "Two  spaces", "x");
            var text = Files.readString(folder.resolve(REPORT));
            int end = text.indexOf("---", 3) + 3;
            Files.writeString(
                    folder.resolve(REPORT),
                    text.substring(0, end) + "\n\n---\ndraft: true\n---" + text.substring(end));
            run(false);

            assertDraft("a-report-that-matters");
        }

        @Test
        void anAuthorWhoIsNotForAll() throws IOException {
            edit("authors/jane-roe/_index.md", "---\ndisplay", "---\nprivate: true\ndisplay");

            assertEquals(Outcome.REFUSED, outcome(run(false), "authors/jane-roe/_index.md"));
            assertFalse(byline.authors.containsKey("jane-roe"));
        }

        @Test
        void aNewTextWhoseTimeHasNotComeThoughReadersHaveTheOld() throws IOException {
            run(false);
            edit(REPORT, "slug: a-report", "publishDate: 2136-01-01\r\nslug: a-report");
            run(false);

            assertEquals(
                    "2136-01-01T00:00:00Z",
                    byline.bySlug("a-report-that-matters").at("/publication/from").asText());
        }

        @Test
        void aNewTextOfWhatWasWithdrawn() throws IOException {
            run(false);
            byline.bySlug("a-report-that-matters").put("status", "withdrawn");
            edit(REPORT, "spaces", "SPACES");

            assertTrue(run(false).remarks().containsKey(Remark.WITHDRAWN));
            assertDraft("a-report-that-matters");
        }

        @ParameterizedTest
        @ValueSource(strings = {"scheduled", "published"})
        void whatWasPlannedAndIsADraftNow(String status) throws IOException {
            run(false);
            var article = byline.bySlug("a-report-that-matters");
            article.put("status", status).put("planned", "2136-01-01T00:00:00Z");
            edit(REPORT, "slug: a-report", "draft: true\r\nslug: a-report");

            assertTrue(run(false).remarks().containsKey(Remark.UNPLANNED));
            assertTrue(byline.writes.contains("no publication of a-report-that-matters"));
            assertDraft("a-report-that-matters");
        }

        private void assertDraft(String slug) {
            assertTrue(byline.bySlug(slug).path("publication").isMissingNode());
        }
    }

    @Test
    void whatHasExpiredIsPublishedWhereToldTo() {
        var out = new PrintStream(OutputStream.nullOutputStream());
        var report = new Report();
        try (var server = server(byline.address())) {
            var settings =
                    new Settings(
                            folder,
                            false,
                            true,
                            Set.of(),
                            Path.of("x"),
                            byline.address(),
                            StandIn.TOKEN);
            new Importer(settings, server, report, new Progress(out, false), new Crew()).run();
        }

        var publication = byline.bySlug("goes-responsive").path("publication");
        assertTrue(publication.has("from") && !publication.has("until"));
        assertEquals(List.of("expirydate: 2025-01-01"), remarks(report, Remark.EXPIRED));
    }

    @Test
    void theExampleOfTheHelpComesIn() throws IOException {
        var help = Files.readString(Path.of("byline"));
        var example = help.substring(help.indexOf("    ---\n    title: A night"));
        var text = example.substring(0, example.indexOf("\n\n")).indent(-4);
        Files.writeString(folder.resolve("news/a-night-at-the-council.md"), text);

        run(false);

        var publication = byline.bySlug("a-night-at-the-council").path("publication");
        assertEquals("2026-11-25T05:00:00Z", text(publication, "from"));
        assertEquals("2036-11-25T00:00:00Z", text(publication, "until"));
    }

    @Test
    void namesArriveAsWritten() throws IOException {
        edit(
                REPORT,
                "author:",
                "Authors: [Zoë Müller-McKay, Zoe Muller-McKay]\r\ntopics: [C++, 'C#', C]");
        run(false);

        var article = byline.bySlug("a-report-that-matters");
        assertEquals(
                "[\"zoe-muller-mckay\",\"zoe-muller-mckay-2\"]",
                article.path("authors").toString());
        assertEquals("[\"c-plus-plus\",\"c-sharp\",\"c\"]", article.path("tags").toString());
        assertEquals("Zoë Müller-McKay", text(byline.authors.get("zoe-muller-mckay"), "name"));
        assertEquals("C++", text(byline.tags.get("c-plus-plus"), "name"));
        assertEquals("C#", text(byline.tags.get("c-sharp"), "name"));
    }

    @Test
    void aReferenceToANameOfTwoFilesIsToldAsAmbiguous() throws IOException {
        write("news/a/twice.md", "title: One\ndate: 2020-01-01");
        write("news/b/twice.md", "title: Two\ndate: 2020-01-01");
        edit(BANK, "2015-06-29-a-report-that-matters.md#audit", "twice");

        assertEquals(1, remarks(run(false), Remark.REFERENCE_AMBIGUOUS).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"news/LOUD.MD", "news/loud.markdown", "news/loud/index.md"})
    void anArticleMayBeCalledOtherwise(String path) throws IOException {
        write(path, "title: Loud\ndate: 2020-01-01");
        run(false);

        assertTrue(byline.bySlug("loud").has("publication"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aByteOrderMarkMayComeFirst(String charset) throws IOException {
        var text = "\uFEFF---\r\ntitle: Märkte\r\ndate: 2020-01-01\r\n---\r\nText";
        Files.write(folder.resolve("news/marked.md"), text.getBytes(charset));
        run(false);

        assertEquals("Märkte", text(byline.bySlug("marked"), "title"));
    }

    @Nested
    class ASecondImport {

        @BeforeEach
        void importOnce() {
            run(false);
            byline.writes.clear();
        }

        @Test
        void writesNothing() {
            var report = run(false);

            assertEquals(List.of(), byline.writes);
            assertEquals(5, report.count(Outcome.UNCHANGED));
        }

        @Test
        void leavesWhatWasEditedInByline() {
            byline.edit("goes-responsive");
            byline.authors.get("jparcell").put("name", "Jake");

            var report = run(false);

            assertEquals(List.of(), byline.writes);
            assertEquals(Outcome.UNCHANGED, outcome(report, BANK));
            assertEquals(Outcome.KEPT, outcome(report, "authors/jparcell/_index.md"));
        }

        @Test
        void findsWhatWasRenamedInBylineByItsFormerSlug() throws IOException {
            byline.authors.put("jake", byline.authors.remove("jparcell"));
            byline.moved.put("authors/jparcell", "authors/jake");
            byline.tags.put("phones", byline.tags.remove("mobile"));
            byline.moved.put("tags/mobile", "tags/phones");
            edit(REPORT, "spaces", "SPACES");

            var report = run(false);

            assertEquals(List.of("article a-report-that-matters"), byline.writes);
            assertEquals(Outcome.UNCHANGED, outcome(report, "authors/jparcell/_index.md"));
        }

        @Test
        void bringsWhatChangedInTheFolderNow() throws IOException {
            edit(REPORT, "spaces", "SPACES");

            assertEquals(Outcome.UPDATED, outcome(run(false), REPORT));
            assertEquals(List.of("article a-report-that-matters"), byline.writes);
            var publication = byline.bySlug("a-report-that-matters").path("publication");
            assertTrue(publication.has("from"));
            assertTrue(publication.path("from").isNull());
        }

        @Test
        void leavesInTheTrashWhatIsThere() throws IOException {
            byline.bySlug("a-report-that-matters").put("status", "trashed");
            edit(REPORT, "spaces", "SPACES");

            var report = run(true);

            assertEquals(Outcome.KEPT, outcome(report, REPORT));
            assertTrue(report.remarks().containsKey(Remark.TRASHED));
            assertEquals(List.of(), byline.writes);
        }

        @Test
        void bringsAChangeOnceThoughTheAnswerWasLost() throws IOException {
            edit(REPORT, "spaces", "SPACES");
            byline.lost = 1;

            assertEquals(Outcome.UPDATED, outcome(run(false), REPORT));
            assertEquals(1, byline.writes.size());
        }

        @Test
        void findsAnArticleWhoseDateChanged() throws IOException {
            edit(REPORT, "2015-06-29 1:00", "2015-06-28 1:00");

            assertEquals(Outcome.UPDATED, outcome(run(false), REPORT));
            assertEquals(2, byline.articles.size());
        }

        @Test
        void bringsBackWhatTheFolderSaidOnce() throws IOException {
            edit(REPORT, "spaces", "SPACES");
            run(false);
            edit(REPORT, "SPACES", "spaces");

            assertEquals(Outcome.UPDATED, outcome(run(false), REPORT));
        }

        @Test
        void overwritesAnEditWhereToldToThoughTheFolderIsAsBefore() {
            byline.edit("goes-responsive");

            assertEquals(Outcome.UPDATED, outcome(run(true), BANK));
            assertEquals(Outcome.UNCHANGED, outcome(run(true), BANK));
            assertEquals(List.of("article goes-responsive"), byline.writes);
        }

        @Test
        void neverOverwritesAnAuthorThatHasNoFile() {
            byline.authors.get("katie-gresham").put("name", "Katie R. Gresham");
            run(true);

            assertEquals("Katie R. Gresham", text(byline.authors.get("katie-gresham"), "name"));
        }

        @Test
        void overwritesWhereToldTo() throws IOException {
            byline.edit("a-report-that-matters");
            byline.authors.get("jparcell").put("name", "Jake");
            edit(REPORT, "spaces", "SPACES");

            run(true);

            assertEquals(
                    "A Report That Matters", text(byline.bySlug("a-report-that-matters"), "title"));
            assertEquals("Jacob Parcell", text(byline.authors.get("jparcell"), "name"));
        }
    }

    @Test
    void anAuthorAndATopicMayShareASlug() throws IOException {
        edit("authors/jane-roe/_index.md", "---\ndisplay", "---\nslug: mobile\ndisplay");

        assertEquals(1, run(false).count(Outcome.REFUSED));
        assertTrue(byline.authors.containsKey("mobile") && byline.tags.containsKey("mobile"));
    }

    @Test
    void aBusyServerIsAskedAgain() {
        byline.busy = 20;

        assertEquals(5, run(false).count(Outcome.CREATED));
    }

    @Test
    void aWriteWhoseAnswerWasLostIsDoneOnce() {
        byline.lost = 3;

        assertEquals(5, run(false).count(Outcome.CREATED));
        assertEquals(7, byline.writes.size());
        assertEquals(1, byline.revisions.get(text(byline.bySlug("goes-responsive"), "id")).size());
    }

    @Test
    void anImportThatWasStoppedGoesOnWhereItWas() {
        var crew = new Crew();
        var out =
                new PrintStream(OutputStream.nullOutputStream()) {
                    @Override
                    public void println(String line) {
                        if (line.startsWith("articles 1/")) crew.stop(new Halt("Interrupted."));
                    }
                };
        assertThrows(Halt.class, () -> run(false, crew, new Progress(out, false)));
        var before = byline.writes.size();

        var report = run(false);

        assertEquals(7, byline.writes.size());
        assertTrue(before <= 7);
        assertEquals(5, report.count(Outcome.CREATED) + report.count(Outcome.UNCHANGED));
    }

    @Test
    void theReportTellsEachFile() throws IOException {
        var file = folder.resolve("report.txt");
        new ReportText(run(false), null).write(file, settings(folder, false));

        var lines = Files.readAllLines(file);
        assertTrue(lines.contains("news     2 created, 1 refused"));
        assertTrue(lines.contains(BANK + ": /articles/goes-responsive"));
        assertTrue(lines.contains(BANK + ": kicker: For every screen"));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(BARE + ": no front matter")));
    }

    private Report run(boolean overwrite) {
        var out = new PrintStream(OutputStream.nullOutputStream());
        return run(overwrite, new Crew(), new Progress(out, false));
    }

    private Report run(boolean overwrite, Crew crew, Progress progress) {
        var report = new Report();
        try (var server = server(byline.address())) {
            new Importer(settings(folder, overwrite), server, report, progress, crew).run();
        }
        return report;
    }

    private static Server server(URI address) {
        return new Server(address, StandIn.TOKEN, Duration.ofSeconds(2));
    }

    private static Importer importer(Settings settings, Server server, Report report) {
        var out = new PrintStream(OutputStream.nullOutputStream());
        return new Importer(settings, server, report, new Progress(out, false), new Crew());
    }

    private Settings settings(Path folder, boolean overwrite) {
        return new Settings(
                folder, overwrite, false, Set.of(), Path.of("x"), byline.address(), StandIn.TOKEN);
    }

    private static Outcome outcome(Report report, String path) {
        return report.entries().get(path).outcome();
    }

    private static List<String> remarks(Report report, Remark remark) {
        return report.remarks().get(remark).get(BANK);
    }

    private static String text(com.fasterxml.jackson.databind.JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private void edit(String path, String from, String to) throws IOException {
        var file = folder.resolve(path);
        var text = Files.readString(file);
        assertTrue(text.contains(from));
        Files.writeString(file, text.replace(from, to));
    }

    private void write(String path, String frontMatter) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), "---\n" + frontMatter + "\n---\nText\n");
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    private void copyPublication() throws IOException {
        var source = Path.of("src/test/resources/importer/publication");
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
