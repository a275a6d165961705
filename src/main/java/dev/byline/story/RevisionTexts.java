package dev.byline.story;

import dev.byline.property.Selection;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The long texts of revisions, which lists read once they know what fits.
@Singleton
public class RevisionTexts {
    private final Reads reads;

    RevisionTexts(Reads reads) {
        this.reads = reads;
    }

    /// By the revisions' ids, and there by their names. A revision's texts change only where newer
    /// rules render them anew, which outdates what shows them: they need not be of the rows'
    /// snapshot.
    ///
    /// @param selection of `r`
    public Map<UUID, Map<String, Object>> of(Selection<?> selection, List<UUID> revisions) {
        if (selection.isEmpty() || revisions.isEmpty()) {
            return Map.of();
        }
        var texts =
                Sql.of("select r.id, ")
                        .then(selection.sql())
                        .then(" from revision r where r.id")
                        .then(Sql.anyOf(revisions));
        var values = selection.values(reads);
        return reads.all(texts, row -> Map.entry(Reads.id(row, "id"), values.of(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
