package dev.byline.edit;

import dev.byline.revision.Content;
import dev.byline.revision.StoryKind;
import dev.byline.sql.Columns;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a story was at an earlier version, and what was done to it since.
@Singleton
public class Versions {
    /// Where an older release saved meanwhile, or an autosave went over it, nobody knows.
    private static final String REVISION_AT =
            """
            select r.number from revision r
            where r.article_id = ? and r.since_version <= ? and r.version <= ?
                and not exists (select from revision l where l.article_id = r.article_id and l.number > r.number
                    and (l.since_version is null or l.since_version <= ?))
            order by r.number desc limit 1
            """;

    private static final String ACTS =
            """
            select g.act, g.at, g.account_id, w.name
            from change g left join account w on w.id = g.account_id
            where g.subject_id = ? and g.subject_type = ? and g.version > ? order by g.id
            """;

    private static final String SAVES =
            """
            select r.number, r.saved_at, r.saved_by, s.name, array_remove(array[%s], null) as fields
            from revision r left join account s on s.id = r.saved_by
                left join revision p on p.article_id = r.article_id and p.number = r.number - 1
            where r.article_id = ? and r.number > ? and r.number <= ? order by r.number
            """
                    .formatted(differences());

    private final Reads reads;

    Versions(Reads reads) {
        this.reads = reads;
    }

    /// Something that was done.
    public record Done(List<String> properties, Instant at, SavedBy by) {}

    /// The names of the fields that are others than in the revision before.
    private static String differences() {
        var fields =
                Content.COMPONENTS.all().stream()
                        .map(
                                field ->
                                        difference(
                                                field.getName(),
                                                "r." + Columns.name(field.getName()),
                                                "p." + Columns.name(field.getName())));
        var terms =
                Stream.of("author", "tag")
                        .map(noun -> difference(noun + "s", terms(noun, "r"), terms(noun, "p")));
        return Stream.concat(fields, terms).collect(Collectors.joining(", "));
    }

    private static String difference(String name, String value, String before) {
        return "case when %s is distinct from %s then '%s' end".formatted(value, before, name);
    }

    private static String terms(String noun, String revision) {
        return ("array(select %1$s_id from revision_%1$s where revision_id = %2$s.id order by"
                        + " position)")
                .formatted(noun, revision);
    }

    /// The number of the revision that was the newest at this version, as far as that is known.
    public Optional<Integer> revisionAt(UUID story, int version) {
        return reads.first(
                Sql.of(REVISION_AT, story, version, version, version), row -> row.getInt("number"));
    }

    /// What was done to it behind this version, in its order, as far as that is known.
    public List<Done> since(StoryKind kind, UUID story, int version) {
        return reads.all(Sql.of(ACTS, story, kind.noun(), version), row -> done(kind, row));
    }

    private static Done done(StoryKind kind, ResultSet row) throws SQLException {
        return new Done(
                kind.changedBy(row.getString("act")),
                Reads.instant(row, "at"),
                SavedBy.of(Reads.id(row, "account_id"), row.getString("name")));
    }

    /// The saves behind one revision, up to another.
    public List<IncludedSave> saves(UUID story, int behind, int upTo) {
        return reads.all(Sql.of(SAVES, story, behind, upTo), Versions::save);
    }

    private static IncludedSave save(ResultSet row) throws SQLException {
        return new IncludedSave(
                row.getInt("number"),
                Reads.instant(row, "saved_at"),
                SavedBy.of(Reads.id(row, "saved_by"), row.getString("name")),
                List.of((String[]) row.getArray("fields").getArray()));
    }
}
