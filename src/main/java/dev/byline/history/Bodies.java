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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the bodies of a history from the last one back, a few at a time, and tells which revision
/// each paragraph comes from.
@Singleton
class Bodies {
    /// At a time: a body has a megabyte at most.
    private static final int AT_ONCE = 25;

    private static final String EARLIER =
            """
            select r.number, r.body, r.body_format, r.saved_at, r.saved_by, r.note, s.name
            from revision r left join account s on s.id = r.saved_by
            where r.article_id = ? and r.number <= ? order by r.number desc limit %d
            """
                    .formatted(AT_ONCE);

    private final Reads reads;

    Bodies(Reads reads) {
        this.reads = reads;
    }

    private record Body(RevisionSummary revision, List<String> paragraphs) {
        static Body of(ResultSet row) throws SQLException {
            var format = BodyFormat.valueOf(row.getString("body_format"));
            return new Body(
                    new RevisionSummary(
                            row.getInt("number"),
                            Reads.instant(row, "saved_at"),
                            SavedBy.of(Reads.id(row, "saved_by"), row.getString("name")),
                            row.getString("note")),
                    Paragraphs.of(row.getString("body"), Written.markup(format)));
        }

        int number() {
            return revision.number();
        }
    }

    /// @param number null for the newest revision
    Blame blame(StoryKind kind, UUID story, Integer number) {
        return reads.at(Cost.SEARCH, () -> reads.together(() -> traced(kind, story, number)));
    }

    private Blame traced(StoryKind kind, UUID story, Integer number) {
        var bodies = earlier(story, number == null ? Integer.MAX_VALUE : number);
        if (bodies.isEmpty() || number != null && bodies.getFirst().number() != number) {
            throw NOT_FOUND.because("The %s has no revision of this number.".formatted(kind));
        }
        var last = bodies.removeFirst();
        var origins = new Origins(last.paragraphs, last.number());
        var revisions = new ArrayList<>(List.of(last.revision));
        while (!bodies.isEmpty() && !origins.areKnown()) {
            for (var body : bodies) {
                origins.goBack(body.paragraphs, body.number());
                revisions.add(body.revision);
            }
            bodies = earlier(story, bodies.getLast().number() - 1);
        }
        return blame(last, origins.all(), revisions);
    }

    private List<Body> earlier(UUID story, int most) {
        return reads.all(Sql.of(EARLIER, story, most), Body::of);
    }

    private static Blame blame(Body last, int[] origins, List<RevisionSummary> revisions) {
        var paragraphs = new ArrayList<Blame.Paragraph>();
        var position = 0;
        for (var place = 0; place < origins.length; place++) {
            var text = last.paragraphs.get(place);
            paragraphs.add(new Blame.Paragraph(position, text, origins[place]));
            position += text.length();
        }
        var named = Arrays.stream(origins).boxed().collect(Collectors.toSet());
        revisions.removeIf(revision -> !named.contains(revision.number()));
        return new Blame(last.number(), paragraphs, revisions);
    }
}
