package dev.byline.importer;

import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sends one article, and decides by the notes of its revisions what to do where Byline has it
/// already.
final class Delivery {
    private static final int EXISTS = 428;
    private static final int CONFLICT = 409;
    private static final int CHANGED_MEANWHILE = 412;

    private final Server server;
    private final boolean overwrite;
    private final Report report;
    private final Set<String> existing;

    Delivery(Server server, boolean overwrite, Report report) throws Refusal {
        this.server = server;
        this.overwrite = overwrite;
        this.report = report;
        this.existing =
                server.all("articles?fields=id").stream()
                        .map(article -> article.path("id").asText())
                        .collect(Collectors.toUnmodifiableSet());
    }

    Outcome deliver(Imported article) throws Refusal {
        var path = "articles/" + article.id();
        if (existing.contains(article.id().toString())) return update(article, path, false);
        var created = server.put(path, article.draft(), null);
        if (created.status() == EXISTS) return meet(article, path, created.retried());
        if (created.status() == CONFLICT) return adopt(article, created);
        created.orRefusal();
        return Outcome.CREATED;
    }

    /// The id follows from the date: where that was changed in the file, the article is found by
    /// its slug.
    private Outcome adopt(Imported article, Reply conflict) throws Refusal {
        var holder = server.get("articles/" + article.content().slug());
        var id = holder.body().path("id").asText("");
        if (!holder.isSuccess() || id.isEmpty()) throw new Refusal(conflict.problem());
        var path = "articles/" + id;
        if (newestOfOurs(notes(path)).filter(note -> isOf(article, note)).isEmpty()) {
            throw new Refusal(conflict.problem());
        }
        if (!id.equals(article.id().toString())) {
            report.remark(Remark.RESCHEDULED, article.path(), "/articles/" + id);
        }
        return meet(article, path, conflict.retried());
    }

    /// Where the list of articles had none of this id: it is in the trash, or has just been made.
    private Outcome meet(Imported article, String path, boolean retried) throws Refusal {
        if (!status(server.get(path).orRefusal()).equals("trashed")) {
            return update(article, path, retried);
        }
        report.remark(Remark.TRASHED, article.path(), "/" + path);
        return Outcome.KEPT;
    }

    private static String status(Reply article) {
        return article.body().path("status").asText();
    }

    private static boolean isOf(Imported article, Note note) {
        return note.path().equals(article.note().path());
    }

    private Outcome update(Imported article, String path, boolean retried) throws Refusal {
        var notes = notes(path);
        var isOurs = notes.lastEntry().getValue().isPresent();
        var hasArrived = newestOfOurs(notes).filter(article.note()::equals).isPresent();
        if (hasArrived && (isOurs || !overwrite)) {
            return retried ? Outcome.CREATED : Outcome.UNCHANGED;
        }
        if (!isOurs && !overwrite) {
            throw new Refusal("changed in the folder, and edited in Byline since the last import");
        }
        return replace(article, path, notes.lastKey());
    }

    /// @param newest the revision that was found to be one that may be replaced
    private Outcome replace(Imported article, String path, int newest) throws Refusal {
        var current = server.get(path).orRefusal();
        if (current.body().path("revision").asInt() != newest) throw meanwhile();
        var draft = article.draft().withPublication(publication(article, current));
        if (draft.publication() == null && dropPlan(path, current.etag())) {
            report.remark(Remark.UNPLANNED, article.path(), "/articles/" + draft.slug());
            current = server.get(path).orRefusal();
        }
        var replaced = server.put(path, draft, current.etag());
        if (replaced.status() == CHANGED_MEANWHILE) {
            if (replaced.retried() && isNewest(article, path)) return Outcome.UPDATED;
            throw meanwhile();
        }
        replaced.orRefusal();
        if (!current.etag().equals(replaced.etag())) return Outcome.UPDATED;
        report.remark(Remark.UNVERSIONED, article.path(), "/" + path);
        return Outcome.UNCHANGED;
    }

    private static Refusal meanwhile() {
        return new Refusal("edited in Byline while it was imported; import again");
    }

    /// Whether an earlier try has done its work, though its answer did not arrive.
    private boolean isNewest(Imported article, String path) throws Refusal {
        return notes(path).lastEntry().getValue().filter(article.note()::equals).isPresent();
    }

    /// What the file said once must not come out later, whether or not readers have an older text.
    private boolean dropPlan(String path, String etag) throws Refusal {
        var publication = path + "/publication";
        for (var range : server.get(publication).orRefusal().body().path("timeline")) {
            if (!range.path("when").asText().equals("planned")) continue;
            var beginning = range.path("from").asText();
            server.delete(publication + "?at=" + beginning, etag).orRefusal();
            return true;
        }
        return false;
    }

    /// What readers have had under its date gets a new text now, unless the file tells another
    /// time; what none has had, at the date in the file. What somebody withdrew stays so.
    private ArticleDraft.Publication publication(Imported article, Reply current) {
        var planned = article.content().publication();
        var status = status(current);
        if (!status.equals("published") && !status.equals("withdrawn")) return planned;
        var why = status.equals("published") ? Remark.DRAFT : Remark.WITHDRAWN;
        var isOver = planned == null || planned.hasEnded();
        if (isOver || !overwrite && why == Remark.WITHDRAWN) {
            var isKept = !isOver || why == Remark.DRAFT;
            if (isKept) report.remark(why, article.path(), "/articles/" + article.content().slug());
            return null;
        }
        var live = current.body().path("updatedAt").textValue();
        return planned.again(live == null ? null : Instant.parse(live));
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
