package dev.byline.importer;

import java.util.Optional;
import java.util.TreeMap;

/// Sends one article, and decides by the notes of its revisions what to do where Byline has it
/// already.
final class Delivery {
    private static final int EXISTS = 428;
    private static final int CONFLICT = 409;
    private static final int CHANGED_MEANWHILE = 412;

    private final Server server;
    private final boolean overwrite;
    private final Report report;

    Delivery(Server server, boolean overwrite, Report report) {
        this.server = server;
        this.overwrite = overwrite;
        this.report = report;
    }

    Outcome deliver(Imported article) throws Refusal {
        var path = "articles/" + article.id();
        var created = server.put(path, article.draft(), null);
        if (created.status() == EXISTS) return update(article, path, created.retried());
        if (created.status() == CONFLICT) return adopt(article, created);
        created.orRefusal();
        return Outcome.CREATED;
    }

    /// The id follows from the date: where that was changed in the file, the article is found by
    /// its slug.
    private Outcome adopt(Imported article, Reply conflict) throws Refusal {
        var existing = server.get("articles/" + article.content().slug());
        var id = existing.body().path("id").asText("");
        if (!existing.isSuccess() || id.isEmpty()) throw new Refusal(conflict.problem());
        var path = "articles/" + id;
        if (newestOfOurs(notes(path)).filter(note -> isOf(article, note)).isEmpty()) {
            throw new Refusal(conflict.problem());
        }
        if (!id.equals(article.id().toString())) {
            var date = "in the file: " + article.content().publication().from();
            report.remark(Remark.RESCHEDULED, article.path(), date);
        }
        return update(article, path, conflict.retried());
    }

    private static boolean isOf(Imported article, Note note) {
        return note.path().equals(article.note().path());
    }

    private Outcome update(Imported article, String path, boolean retried) throws Refusal {
        var existing = server.get(path).orRefusal();
        var notes = notes(path);
        var isOurs = notes.lastEntry().getValue().isPresent();
        var hasArrived = newestOfOurs(notes).filter(article.note()::equals).isPresent();
        if (hasArrived && (isOurs || !overwrite)) {
            return retried ? Outcome.CREATED : Outcome.UNCHANGED;
        }
        if (!isOurs && !overwrite) {
            throw new Refusal("changed in the folder, and edited in Byline since the last import");
        }
        var draft = article.draft().withPublication(publication(article, existing));
        var updated = server.put(path, draft, existing.etag());
        if (updated.status() == CHANGED_MEANWHILE) {
            throw new Refusal("edited in Byline while it was imported; import again");
        }
        updated.orRefusal();
        return Outcome.UPDATED;
    }

    /// What readers have had under its date gets a new text now; what none has had, at the date
    /// in the file.
    private ArticleDraft.Publication publication(Imported article, Reply existing) {
        var planned = article.content().publication();
        var isOut = existing.body().path("status").asText().equals("published");
        if (planned == null && isOut) report.remark(Remark.DRAFT, article.path(), "draft: true");
        return planned != null && isOut ? new ArticleDraft.Publication(null) : planned;
    }

    private static Optional<Note> newestOfOurs(TreeMap<Integer, Optional<Note>> notes) {
        return notes.descendingMap().values().stream().flatMap(Optional::stream).findFirst();
    }

    /// By the number of the revision: the importer's note, or nothing where somebody else saved
    /// it.
    private TreeMap<Integer, Optional<Note>> notes(String path) throws Refusal {
        var notes = new TreeMap<Integer, Optional<Note>>();
        for (var revision : server.all(path + "/revisions")) {
            notes.put(
                    revision.path("number").asInt(), Note.parse(revision.path("note").textValue()));
        }
        if (notes.isEmpty()) throw new Refusal("Byline tells no revision of the article");
        return notes;
    }
}
