package dev.byline.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.importer.report.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityReaderTest {
    /// What people and generators write to keep a text from readers, and slips of it.
    private static final List<String> NAMES =
            List.of(
                    ("draft drfat darft draft_ is_draft isDraft _draft drafts published publish"
                                    + " pubished status post_status state visibility visiblity access"
                                    + " audience hidden hide private is-private unlisted listed headless"
                                    + " password passwort pass embargo embargoed embargo_until build"
                                    + " _build expiryDate expirydate expiry expires expireDate"
                                    + " unpublish_at publishDate publishdate publish_date pubDate"
                                    + " published_at noindex robots secret"
                                    + " internal confidential members members_only subscribers paywall"
                                    + " approved review reviewed ready wip released release_at"
                                    + " available_from valid_until start end classification clearance"
                                    + " show visible exclude eleventyExcludeFromCollections <<")
                            .split(" "));

    private static final List<UnaryOperator<String>> CASES =
            List.of(
                    UnaryOperator.identity(),
                    name -> name.toUpperCase(Locale.ROOT),
                    name -> name.toLowerCase(Locale.ROOT),
                    name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    name -> "'" + name + " '",
                    name -> name.replace('_', '-'));

    /// None of them says of any name that the text is public.
    private static final List<String> VALUES =
            List.of(
                    "maybe",
                    "\"no \"",
                    "\" false\"",
                    "falsch",
                    "draft",
                    "2136-01-01T05:00:00Z",
                    "2136-01-01",
                    "[never]",
                    "{a: b}",
                    "[]",
                    "{}",
                    "never",
                    "2.5",
                    "!!binary ZmFsc2U=");

    /// Every name in every case with every value, at the top, in a map and in a list of maps.
    @Test
    void nothingThatIsNotUnderstoodIsPublic() throws Refusal {
        var leaks = new ArrayList<String>();
        for (var name : NAMES) {
            for (var inCase : CASES) {
                for (var value : VALUES) {
                    var field = inCase.apply(name) + ": " + value;
                    for (var form : List.of("%s", "params: {%s}", "seo: [{%s}]")) {
                        if (isPublic(form.formatted(field))) leaks.add(form.formatted(field));
                    }
                }
            }
        }

        assertEquals(List.of(), leaks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: true",
                "draft: yes",
                "draft: on",
                "draft:",
                "draft: ''",
                "Draft: true",
                "draft: true\ndraft: false",
                "draft: false\nDRAFT: true",
                "published: false",
                "publish: no",
                "status: draft",
                "status: scheduled",
                "headless: true",
                "password: hunter2",
                "_build: {render: never, list: never}",
                "type: private",
                "tags: [garden, draft]",
                "permalink: false",
                "outputs: []",
                "password: no",
                "_build: false",
                "sitemap: maybe",
                "permalink: ' false '",
                "render: [never]",
                "cascade: maybe",
                "cascade: [{private: true}]",
                "sitemap: {disable: true}",
                "params: &p {params: *p, draft: true}",
                "publishDate: soon",
                "expiryDate: 2136-13-01",
                "dra\u200Bft: true",
                "<<: {draft: true}",
                "post_type: private",
                "contentType: Draft",
                "tags: town, private",
                "tags: town draft",
                "categories: [town, {name: Private, slug: x}]",
                "tags: ['#members-only']",
                "meta: [{name: description, content: x}, {name: robots, content: 'noindex'}]",
                "custom: [{key: visibility, value: hidden}]",
                "meta: 'noindex, nofollow'",
                "seo: {article: NoIndex}",
                "display: false",
                "page: no",
                "permalink: /private/first/",
                "url: https://example.org/drafts/first"
            })
    void whatLimitsATextMakesADraft(String yaml) throws Refusal {
        assertTrue(read(yaml).isDraft());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: false",
                "draft: no",
                "Draft: 'FALSE'",
                "published: true",
                "status: Published",
                "is_draft: off",
                "private: false",
                "robots: index, follow",
                "layout: post\ntags: town history\nredirect_from: /2013/first/",
                "featured_image: a.png\nheroAlt: b\nog-title: c\ncategories: [a]",
                "featured_resources: {resources: [{link: /a}]}",
                "lastmod: 2136-01-01",
                "permalink: /2013/first/\nsitemap: {priority: 0.5}\nrender: true",
                "topics: [security, privacy, embargo, private sector]",
                "post_type: article\nmeta: [{name: robots, content: all}]\ndisplay_name: a",
                "permalink: /2013/private/\nmeta: [{name: description, content: Drafts}]",
                "description: What noindex is\ntoc: no\ncomments: false",
                "title: 'Draft: private'"
            })
    void whatIsKnownToBePublicOrToSayNothingDoesNot(String yaml) throws Refusal {
        assertEquals(Visibility.PUBLIC, read(yaml));
    }

    @ParameterizedTest
    @CsvSource({
        "'publishDate: 2036-01-01', 2036-01-01T00:00:00Z,",
        "'date: 2020-01-01\nDate: 2036-01-01\npubDate: 2030-01-01', 2036-01-01T00:00:00Z,",
        "'published: 2036-01-01T05:00:00Z', 2036-01-01T05:00:00Z,",
        "'expiryDate: 2020-01-07T00:00:00Z\nEXPIRES: 2030-01-01', , 2020-01-07T00:00:00Z"
    })
    void datesPlan(String yaml, Instant from, Instant until) throws Refusal {
        var visibility = read(yaml);

        assertFalse(visibility.isDraft());
        assertEquals(from, visibility.begin());
        assertEquals(until, visibility.end());
    }

    @Test
    void anEndBeforeTheBeginningIsALimit() throws Refusal {
        assertTrue(read("date: 2020-01-01\nexpires: 2019-01-01").checked().isDraft());
    }

    @Test
    void aMisspeltNameIsToldWithTheNearest() throws Refusal {
        assertEquals(
                List.of("drfat: true (not a field that is known: draft?)"),
                read("drfat: true").limits());
    }

    @Test
    void anUnknownNameIsPassedOverWhereToldToButNotWhatItHolds() throws Refusal {
        assertFalse(read("Mood: happy", "mood").isDraft());
        assertTrue(read("mood: {draft: true}", "mood").isDraft());
    }

    private static boolean isPublic(String yaml) throws Refusal {
        var visibility = read("title: x\ndate: 2020-01-01\n" + yaml);
        return !visibility.isDraft()
                && visibility.begin().isBefore(Instant.parse("2100-01-01T00:00:00Z"))
                && visibility.end() == null;
    }

    private static Visibility read(String yaml, String... ignored) throws Refusal {
        var file = SourceFile.parse("news/a.md", "---\n" + yaml + "\n---\n");
        return VisibilityReader.read(file.frontMatter(), Set.of(ignored));
    }
}
