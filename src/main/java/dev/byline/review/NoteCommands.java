package dev.byline.review;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.sql.DatabaseClock;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/// What is done to notes, in the transaction that the endpoint began.
@Singleton
class NoteCommands {
    private final Session session;
    private final Notes notes;
    private final Reviews reviews;
    private final ChangeLog changes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    NoteCommands(
            Session session,
            Notes notes,
            Reviews reviews,
            ChangeLog changes,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.session = session;
        this.notes = notes;
        this.reviews = reviews;
        this.changes = changes;
        this.clock = clock;
        this.identity = identity;
    }

    Note create(UUID article, NoteInput input) {
        var revision = input.revision() == null ? reviews.newest(article) : input.revision();
        var texts = notes.texts(article, Stream.of(revision)).get(revision);
        if (texts == null) {
            throw ProblemException.invalid(
                    "/revision", FaultCode.UNKNOWN_REVISION, "is no revision of this article");
        }
        var note = new Note(article, revision, input.text(), account(), clock.now());
        if (input.place() != null) {
            note.at(input.place(), quote(input.place(), texts));
        }
        note.persistAndFlush();
        changes.record(Change.of(NoteAct.CREATED, note.id));
        return note;
    }

    private static String quote(NotePlace place, NotedTexts texts) {
        var text = texts.of(place.field());
        var passage = new Passage(place.start(), place.end());
        if (!passage.isIn(text)) {
            throw ProblemException.invalid(
                    "/place/end",
                    FaultCode.OUT_OF_RANGE,
                    "ends no stretch of the text, which has %d code units"
                            .formatted(text.length()));
        }
        return passage.of(text);
    }

    /// Whoever else would change it waits.
    Note lock(UUID article, String id) {
        return Uuids.parse(id)
                .map(uuid -> session.find(Note.class, uuid, LockModeType.PESSIMISTIC_WRITE))
                .filter(note -> note.articleId.equals(article))
                .orElseThrow(NoteCommands::notFound);
    }

    int version(UUID id) {
        return session.find(Note.class, id).version;
    }

    static RuntimeException notFound() {
        return NOT_FOUND.because("The article has no note of this id.");
    }

    void change(Note note, NoteChange change) {
        if (!change.text().equals(note.text)) {
            mustBeOwn(note);
            note.text = change.text();
            note.editedAt = clock.now();
            session.flush();
            changes.record(Change.of(NoteAct.CHANGED, note.id));
        }
        if (change.resolved() != (note.resolvedAt != null)) {
            resolve(note, change.resolved());
        }
    }

    private void resolve(Note note, boolean isDone) {
        if (isDone) {
            note.resolve(account(), clock.now());
        } else {
            note.reopen();
        }
        session.flush();
        changes.record(Change.of(isDone ? NoteAct.RESOLVED : NoteAct.REOPENED, note.id));
    }

    void delete(Note note) {
        mustBeOwn(note);
        note.delete();
        session.flush();
        changes.record(Change.of(NoteAct.DELETED, note.id));
    }

    private void mustBeOwn(Note note) {
        if (!account().equals(note.accountId)) {
            throw FORBIDDEN.because("The note is another's: you may resolve it.");
        }
    }

    private UUID account() {
        return Caller.of(identity).accountId();
    }
}
