package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The import: reads the folder, then brings topics, authors and articles to Byline, in this order,
/// for an article names what must be there.
final class Importer {
    private final Settings settings;
    private final Server server;
    private final Report report;
    private final Progress progress;
    private final Crew crew;

    private final Terms authors = new Terms(Remark.AUTHOR_MADE);
    private final Terms topics = new Terms(Remark.TAG_MADE);
    private final Addresses addresses = new Addresses();
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
        var folder = new Folder(settings.folder(), report);
        server.greet();
        read(folder.read());
        deliver("topics", "tags", tagsByPath, topics.missing().stream().map(TagDraft::fromSlug));
        deliver(
                "authors",
                "authors",
                authorsByPath,
                authors.missing().stream().map(AuthorDraft::fromSlug));
        deliverArticles();
    }

    private interface Reading {
        void read(SourceFile file) throws Refusal;
    }

    private void read(List<SourceFile> files) {
        var profiles = new Profiles(report);
        var reader = new Articles(report, authors, topics, addresses);
        each(
                files,
                Folder.AUTHORS,
                file -> {
                    var author = profiles.author(file);
                    authorsByPath.put(file.path(), author);
                    authors.add(file.parent(), author.slug());
                    addresses.author(file.parent(), author.slug());
                });
        each(
                files,
                Folder.TOPICS,
                file -> {
                    var tag = profiles.topic(file);
                    tagsByPath.put(file.path(), tag);
                    topics.add(file.parent(), tag.slug());
                    addresses.topic(file.parent(), tag.slug());
                });
        var named = each(files, Folder.ARTICLES, reader::name);
        each(named, Folder.ARTICLES, file -> articles.add(reader.article(file)));
    }

    /// Those that were read; of the others the report has the reason.
    private List<SourceFile> each(List<SourceFile> files, String part, Reading reading) {
        var read = new ArrayList<SourceFile>();
        for (var file : files) {
            if (!file.path().startsWith(part + "/")) continue;
            try {
                reading.read(file);
                read.add(file);
            } catch (Refusal refusal) {
                report.outcome(file.path(), Outcome.REFUSED, refusal.getMessage());
            }
        }
        return read;
    }

    private void deliver(
            String label,
            String path,
            Map<String, ? extends Draft> drafts,
            java.util.stream.Stream<? extends Draft> made) {
        var existing =
                server.all(path).stream()
                        .collect(
                                Collectors.toMap(item -> item.path("slug").asText(), item -> item));
        var work = new LinkedHashMap<String, Draft>(drafts);
        made.forEach(draft -> work.put(draft.slug(), draft));
        progress.begin(label, work.size());
        crew.each(
                work.entrySet(),
                entry -> {
                    var draft = entry.getValue();
                    deliver(entry.getKey(), path, draft, existing.get(draft.slug()));
                    progress.step();
                });
        progress.end();
    }

    private void deliver(String file, String path, Draft draft, JsonNode existing) {
        try {
            var outcome = outcome(path, draft, existing);
            if (file.contains("/")) report.outcome(file, outcome, "/" + path + "/" + draft.slug());
        } catch (Refusal refusal) {
            report.outcome(file, Outcome.REFUSED, refusal.getMessage());
        }
    }

    private Outcome outcome(String path, Draft draft, JsonNode existing) throws Refusal {
        if (existing == null) {
            server.post(path, draft, draft.slug()).orRefusal();
            return Outcome.CREATED;
        }
        if (draft.isLike(existing)) return Outcome.UNCHANGED;
        if (!settings.overwrite()) return Outcome.KEPT;
        var item = path + "/" + draft.slug();
        server.put(item, draft, server.get(item).orRefusal().etag()).orRefusal();
        return Outcome.UPDATED;
    }

    private void deliverArticles() {
        var delivery = new Delivery(server, settings.overwrite(), report);
        progress.begin("articles", articles.size());
        crew.each(
                articles,
                article -> {
                    try {
                        var outcome = delivery.deliver(article);
                        report.outcome(
                                article.path(), outcome, "/articles/" + article.content().slug());
                    } catch (Refusal refusal) {
                        report.outcome(article.path(), Outcome.REFUSED, refusal.getMessage());
                    }
                    progress.step();
                });
        progress.end();
    }
}
