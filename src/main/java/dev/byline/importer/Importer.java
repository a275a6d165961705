package dev.byline.importer;

import dev.byline.importer.body.SiteAddresses;
import dev.byline.importer.folder.Folder;
import dev.byline.importer.folder.Sections;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Halt;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The import: reads the folder, then brings topics, authors and articles to Byline, in this
/// order, for an article names what must be there.
final class Importer {
    private final Settings settings;
    private final Server server;
    private final Report report;
    private final Progress progress;
    private final Crew crew;

    private final FolderTerms authors = new FolderTerms(Remark.AUTHOR_MADE);
    private final FolderTerms topics = new FolderTerms(Remark.TAG_MADE);
    private final SiteAddresses addresses = new SiteAddresses();
    private final Map<String, AuthorDraft> authorsByPath = new LinkedHashMap<>();
    private final Map<String, TagDraft> tagsByPath = new LinkedHashMap<>();
    private final List<Imported> articles = new ArrayList<>();

    Importer(Settings settings, Server server, Report report, Progress progress, Crew crew) {
        this.settings = settings;
        this.server = server;
        this.report = report;
        this.progress = progress;
        this.crew = crew;
    }

    void run() {
        try {
            bring();
        } catch (Refusal refusal) {
            throw new Halt("Byline does not tell what it has: " + refusal.getMessage() + ".");
        }
    }

    private void bring() throws Refusal {
        var sections = new Sections(settings.ignored());
        var folder = new Folder(settings.folder(), sections, report);
        server.greet();
        read(folder.read(), new Visibilities(settings, sections, report));
        deliver("topics", "tags", tagsByPath, topics.missing(TagDraft::named));
        deliver("authors", "authors", authorsByPath, authors.missing(AuthorDraft::named));
        deliverArticles();
    }

    private void read(List<SourceFile> files, Visibilities visibilities) {
        var profiles = new Profiles(report, visibilities);
        var reader = new ArticleReader(report, authors, topics, addresses, visibilities);
        taken(
                files,
                Folder.AUTHORS,
                file -> {
                    var author = profiles.author(file);
                    authors.add(file, author.slug());
                    authorsByPath.put(file.path(), author);
                    addresses.author(file.parent(), author.slug());
                });
        taken(
                files,
                Folder.TOPICS,
                file -> {
                    var tag = profiles.topic(file);
                    topics.add(file, tag.slug());
                    tagsByPath.put(file.path(), tag);
                    addresses.topic(file.parent(), tag.slug());
                });
        var named = taken(files, Folder.ARTICLES, reader::name);
        taken(named, Folder.ARTICLES, file -> articles.add(reader.article(file)));
    }

    /// Those of one part of the folder that the step took; of the others the report has the
    /// reason.
    private List<SourceFile> taken(List<SourceFile> files, String part, Step<SourceFile> step) {
        var taken = new ArrayList<SourceFile>();
        for (var file : files) {
            if (!file.path().startsWith(part + "/")) continue;
            try {
                step.take(file);
                taken.add(file);
            } catch (Refusal refusal) {
                report.outcome(file.path(), Outcome.REFUSED, refusal.getMessage());
            }
        }
        return taken;
    }

    private void deliver(
            String label,
            String path,
            Map<String, ? extends Draft> byFile,
            List<? extends Draft> made)
            throws Refusal {
        var delivery = new TermDelivery(server, path, settings.overwrite());
        progress.begin(label, byFile.size() + made.size());
        each(
                byFile.entrySet(),
                Map.Entry::getKey,
                file -> {
                    var draft = file.getValue();
                    var address = "/" + path + "/" + draft.slug();
                    report.outcome(file.getKey(), delivery.deliver(draft), address);
                });
        each(made, draft -> label + "/" + draft.slug() + " (no file)", delivery::deliverMade);
        progress.end();
    }

    private void deliverArticles() throws Refusal {
        var delivery = new Delivery(server, settings.overwrite(), report);
        progress.begin("articles", articles.size());
        each(
                articles,
                Imported::path,
                article -> {
                    var isDraft = article.content().publication() == null;
                    var address =
                            "/articles/" + article.content().slug() + (isDraft ? " (a draft)" : "");
                    report.outcome(article.path(), delivery.deliver(article), address);
                });
        progress.end();
    }

    private interface Step<T> {
        void take(T thing) throws Refusal;
    }

    /// What is refused is reported under its name, and the others go on.
    private <T> void each(Collection<T> things, Function<T, String> name, Step<T> step) {
        crew.each(
                things,
                thing -> {
                    try {
                        step.take(thing);
                    } catch (Refusal refusal) {
                        report.outcome(name.apply(thing), Outcome.REFUSED, refusal.getMessage());
                    }
                    progress.step();
                });
    }
}
