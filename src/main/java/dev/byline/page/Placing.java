package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import dev.byline.change.Change;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.story.HeldStory;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Where a page that is held stands, and how it comes to stand elsewhere.
@Singleton
class Placing {
    private static final String ADD = "insert into page (id, parent_id, position) values (?, ?, ?)";
    private static final String MOVE = "update page set parent_id = ?, position = ? where id = ?";

    /// Two that move at once could come to stand below each other.
    private static final Sql ONE_AT_A_TIME =
            Sql.of("select pg_advisory_xact_lock(hashtextextended('page:parent', 0))");

    private static final String IS_BELOW =
            """
            with recursive above (id) as (
                select ?::uuid union select p.parent_id from above join page p on p.id = above.id)
            select exists (select from above where id = ?) as is_below
            """;

    private final Reads reads;
    private final Writes writes;

    Placing(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    Placement of(HeldStory held) {
        return writes.first(
                        Sql.of("select parent_id, position from page where id = ?", held.story.id),
                        row -> new Placement(Reads.id(row, "parent_id"), row.getInt("position")))
                .orElseThrow();
    }

    void add(HeldStory held, PageInput input) {
        var placement = placement(held, Placement.TOP, input);
        held.further(
                Change.of(PageAct.MOVED, held.story.id),
                Sql.of(ADD, held.story.id, placement.parent(), placement.position()));
    }

    void move(HeldStory held, Placement before, PageInput input) {
        var after = placement(held, before, input);
        if (!after.equals(before)) {
            held.further(
                    Change.of(PageAct.MOVED, held.story.id),
                    Sql.of(MOVE, after.parent(), after.position(), held.story.id));
        }
    }

    private Placement placement(HeldStory held, Placement before, PageInput input) {
        return new Placement(parent(held, before, input.parent()), input.position());
    }

    /// What it stands below already may be in the trash, and come back.
    private UUID parent(HeldStory held, Placement before, String reference) {
        if (reference == null) {
            return null;
        }
        return Uuids.parse(reference)
                .filter(id -> id.equals(before.parent()))
                .orElseGet(() -> another(held, reference));
    }

    private UUID another(HeldStory held, String reference) {
        writes.run(ONE_AT_A_TIME);
        var parent = named(reference);
        if (writes.first(Sql.of(IS_BELOW, parent, held.story.id), row -> row.getBoolean("is_below"))
                .orElseThrow()) {
            throw ProblemException.invalid(
                    "/parent", FaultCode.CIRCULAR, "is this page, or stands below it");
        }
        return parent;
    }

    private UUID named(String reference) {
        var editors = Viewpoint.editor(PAGE);
        var pages = editors.select(Sql.of("a.id")).and("a.trashed_at is null");
        var named =
                Uuids.parse(reference)
                        .map(id -> Sql.of("a.id = ?", id))
                        .orElseGet(() -> StoryLookup.named(editors, reference));
        return pages.and(Sql.of("(").then(named).then(")"))
                .single(reads, row -> Reads.id(row, "id"))
                .orElseThrow(
                        () ->
                                ProblemException.invalid(
                                        "/parent",
                                        FaultCode.UNKNOWN_PARENT,
                                        "is no page of this id or slug"));
    }
}
