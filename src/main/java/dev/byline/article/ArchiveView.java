package dev.byline.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many articles were first published in each year and month, the newest first.
@Schema(
        name = "Archive",
        description = "How many articles were first published when, in UTC, the newest first.")
record ArchiveView(
        @Schema(description = "How many there are.", minimum = "0", examples = "1492") long total,
        List<Year> years) {

    /// A year in which there are articles.
    @Schema(name = "ArchiveYear", description = "A year with articles.")
    record Year(
            @Schema(examples = "2026") int year,
            @Schema(minimum = "1", examples = "120") long count,
            List<Month> months) {}

    /// A month in which there are articles.
    @Schema(name = "ArchiveMonth", description = "A month with articles.")
    record Month(
            @Schema(minimum = "1", maximum = "12", examples = "11") int month,
            @Schema(minimum = "1", examples = "12") long count) {}

    /// One month as the database counts it.
    record Count(int year, int month, long count) {
        static Count of(ResultSet row) throws SQLException {
            return new Count(row.getInt("year"), row.getInt("month"), row.getLong("count"));
        }
    }

    /// @param counts the newest first
    static ArchiveView of(List<Count> counts) {
        var years = new ArrayList<Year>();
        for (var count : counts) {
            if (years.isEmpty() || years.getLast().year() != count.year()) {
                years.add(new Year(count.year(), 0, new ArrayList<>()));
            }
            var year = years.removeLast();
            year.months().add(new Month(count.month(), count.count()));
            years.add(new Year(year.year(), year.count() + count.count(), year.months()));
        }
        return new ArchiveView(years.stream().mapToLong(Year::count).sum(), years);
    }
}
