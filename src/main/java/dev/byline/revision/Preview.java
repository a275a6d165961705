package dev.byline.revision;

import dev.byline.identity.Pass;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What is shown before readers get it, as they will get it: the site at an instant, or revisions
/// of some articles in the place of what is live.
///
/// @param revisions their numbers by the ids of articles; 0 for what is withdrawn
/// @param at the instant, or null for now
/// @param since for when an article counts as published that never was; null where none is shown
public record Preview(Map<UUID, Integer> revisions, Instant at, Instant since) implements Pass {
    private static final String INSTEAD =
            """
            case when %1$s.article_id = any (?::uuid[]) then (%1$s.article_id, %1$s.number) in (
                select id, number::integer from unnest(?::uuid[], ?::text[]) shown (id, number)) else\s""";

    /// That the revision of this alias is shown.
    ///
    /// @param live that readers get it
    Sql shows(String alias, Sql live) {
        if (revisions.isEmpty()) {
            return live;
        }
        var ids = revisions.keySet().toArray(UUID[]::new);
        var numbers = revisions.values().stream().map(Objects::toString).toArray(String[]::new);
        return Sql.of("(")
                .then(INSTEAD.formatted(alias), ids, ids, numbers)
                .then(live)
                .then(" end)");
    }

    /// SQL for an instant that is null for what never was published, or goes live by no plan.
    String orSince(String instant) {
        return since == null ? instant : "coalesce(%s, timestamptz '%s')".formatted(instant, since);
    }
}
