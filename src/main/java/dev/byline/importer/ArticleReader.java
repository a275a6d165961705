package dev.byline.importer;

import dev.byline.importer.body.Body;
import dev.byline.importer.body.SiteAddresses;
import dev.byline.importer.body.Vocabulary;
import dev.byline.importer.folder.PublicationDate;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import dev.byline.text.Slugs;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes articles of the files in `news`: first their slugs, for links need those of all, then
/// the rest.
final class ArticleReader {
    private static final Pattern DATE_IN_NAME = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}-");
    private static final String LANGUAGE = "en";
    private static final List<String> SUBTITLES = List.of("subtitle", "subheadline", "deck");

    private final Report report;
    private final FolderTerms authors;
    private final FolderTerms topics;
    private final SiteAddresses addresses;
    private final Vocabulary vocabulary;
    private final Visibilities visibilities;
    private final Map<String, String> pathBySlug = new HashMap<>();
    private final Map<String, String> pathByFormerSlug = new HashMap<>();
    private final Map<String, String> slugByPath = new HashMap<>();

    ArticleReader(
            Report report,
            FolderTerms authors,
            FolderTerms topics,
            SiteAddresses addresses,
            Visibilities visibilities) {
        this.report = report;
        this.authors = authors;
        this.topics = topics;
        this.addresses = addresses;
        this.visibilities = visibilities;
        this.vocabulary = new Vocabulary(addresses);
    }

    /// Gives the file its slug, the first one of a name before any other.
    void name(SourceFile file) throws Refusal {
        var fields = new FrontMatterFields(file, report);
        var slug = fields.slug(DATE_IN_NAME.matcher(file.stem()).replaceFirst(""));
        var holder = pathBySlug.putIfAbsent(slug, file.path());
        if (holder != null) {
            addresses.refused(file.path());
            throw new Refusal("its slug " + slug + " is that of " + holder);
        }
        slugByPath.put(file.path(), slug);
        addresses.article(file.path(), slug);
    }

    Imported article(SourceFile file) throws Refusal {
        var fields = new FrontMatterFields(file, report);
        fields.text("slug");
        var date = PublicationDate.parse(date(fields));
        var draft =
                new ArticleDraft(
                        slugByPath.get(file.path()),
                        content(fields, file),
                        null,
                        visibilities.publication(file, date));
        fields.reportTheRest();
        return new Imported(file.path(), Fingerprint.id(date.instant(), file.path()), draft);
    }

    /// What of a file becomes what of an article. A name that is read here has to be harmless too
    /// (HarmlessFields): an unknown one keeps a text from readers.
    private Map<String, Object> content(FrontMatterFields fields, SourceFile file) throws Refusal {
        var content = new LinkedHashMap<String, Object>();
        content.put("formerSlugs", formerSlugs(fields, file));
        content.put("title", title(fields));
        content.put("subtitle", subtitle(fields));
        content.put("summary", fields.plain("summary"));
        content.put("body", Body.of(file, vocabulary, report));
        content.put("bodyFormat", "markdown");
        content.put("language", LANGUAGE);
        content.put("authors", authors.resolve(byline(fields), file, report));
        content.put("tags", topics.resolve(fields.texts("topics"), file, report));
        content.put("canonicalUrl", canonicalUrl(fields));
        content.put("commentsOpen", true);
        return content;
    }

    private static String date(FrontMatterFields fields) throws Refusal {
        var date = fields.text("date");
        if (date == null) throw new Refusal("front matter has no date");
        return date;
    }

    private static String title(FrontMatterFields fields) throws Refusal {
        var title = fields.plain("title");
        if (title == null) throw new Refusal("front matter has no title");
        return title;
    }

    private static String subtitle(FrontMatterFields fields) throws Refusal {
        for (var name : SUBTITLES) {
            var subtitle = fields.plain(name);
            if (subtitle != null) return subtitle;
        }
        return null;
    }

    private static List<String> byline(FrontMatterFields fields) throws Refusal {
        var names = new ArrayList<>(fields.texts("authors"));
        names.addAll(fields.texts("author"));
        return names;
    }

    /// Byline knows an article by the last part of an address, so that is what is kept of an old
    /// one.
    private List<String> formerSlugs(FrontMatterFields fields, SourceFile file) throws Refusal {
        var slugs = new LinkedHashSet<String>();
        for (var alias : fields.texts("aliases")) {
            var slug = alias.replaceFirst("/+$", "").replaceFirst("\\.(md|html)$", "");
            slug = slug.substring(slug.lastIndexOf('/') + 1);
            var obstacle = obstacle(slug, file.path());
            if (obstacle != null) {
                fields.remark(Remark.ALIAS, alias + " (" + obstacle + ")");
            } else if (slugs.add(slug)) {
                fields.remark(Remark.FORMER_SLUG, alias + " → " + slug);
            }
        }
        return List.copyOf(slugs);
    }

    private String obstacle(String slug, String path) {
        if (!Slugs.isValid(slug)) return "no slug";
        var holder = pathBySlug.get(slug);
        if (path.equals(holder)) return "the article's slug already";
        if (holder != null) return "the slug of " + holder;
        var earlier = pathByFormerSlug.putIfAbsent(slug, path);
        return earlier == null || earlier.equals(path) ? null : "an old address of " + earlier;
    }

    private static String canonicalUrl(FrontMatterFields fields) throws Refusal {
        var address = fields.text("redirectto");
        if (address == null) return null;
        var isAbsolute = isAbsolute(address);
        fields.remark(isAbsolute ? Remark.CANONICAL : Remark.FIELD, "redirectto: " + address);
        return isAbsolute ? address : null;
    }

    private static boolean isAbsolute(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null && uri.getScheme().matches("https?");
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
