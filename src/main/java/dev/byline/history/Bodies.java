package dev.byline.history;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.body.BodyFormat;
import dev.byline.diff.Origins;
import dev.byline.diff.Paragraphs;
import dev.byline.edit.SavedBy;
import dev.byline.revision.StoryKind;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads the bodies of a history from the last one back, a few at a time, and tells which revision
/// each paragraph comes from.
@Singleton
class Bodies {
    /// At a time: a body has a megabyte at most.
    private static final int AT_ONCE = 25;

    private static final String EARLIER =
            """
            select r.number, r.body, r.body_format, r.saved_at, r.saved_by, s.name
            from revision r left join account s on s.id = r.saved_by
            where r.article_id = ? and r.number <= ? order by r.number desc limit %d
            """
                    .formatted(AT_ONCE);

    private final Reads reads;

    Bodies(Reads reads) {
        this.reads = reads;
    }

    private record Body(int number, List<String> paragraphs, Saved saved) {
        static Body of(ResultSet row) throws SQLException {
            var format = BodyFormat.valueOf(row.getString("body_format"));
            return new Body(
                    row.getInt("number"),
                    Paragraphs.of(row.getString("body"), Written.markup(format)),
                    new Saved(
                            Reads.instant(row, "saved_at"),
                            SavedBy.of(Reads.id(row, "saved_by"), row.getString("name"))));
        }
    }

    private record Saved(Instant at, SavedBy by) {}

    /// @param number null for the newest revision
    Blame blame(StoryKind kind, UUID story, Integer number) {
        return reads.at(Cost.SEARCH, () -> reads.together(() -> traced(kind, story, number)));
    }

    private Blame traced(StoryKind kind, UUID story, Integer number) {
        var bodies = earlier(story, number == null ? Integer.MAX_VALUE : number);
        if (bodies.isEmpty() || number != null && bodies.getFirst().number != number) {
            throw NOT_FOUND.because("The %s has no revision of this number.".formatted(kind));
        }
        var last = bodies.getFirst();
        var origins = new Origins(last.paragraphs, last.number);
        var saves = new HashMap<Integer, Saved>();
        saves.put(last.number, last.saved);
        bodies.removeFirst();
        while (!bodies.isEmpty() && !origins.areKnown()) {
            for (var body : bodies) {
                origins.goBack(body.paragraphs, body.number);
                saves.put(body.number, body.saved);
            }
            bodies = earlier(story, bodies.getLast().number - 1);
        }
        return new Blame(last.number, paragraphs(last.paragraphs, origins.all(), saves));
    }

    private List<Body> earlier(UUID story, int most) {
        return reads.all(Sql.of(EARLIER, story, most), Body::of);
    }

    private static List<Blame.Paragraph> paragraphs(
            List<String> texts, int[] origins, Map<Integer, Saved> saves) {
        var paragraphs = new ArrayList<Blame.Paragraph>();
        var position = 0;
        for (var place = 0; place < origins.length; place++) {
            var text = texts.get(place);
            var saved = saves.get(origins[place]);
            paragraphs.add(new Blame.Paragraph(position, text, origins[place], saved.at, saved.by));
            position += text.length();
        }
        return paragraphs;
    }
}
