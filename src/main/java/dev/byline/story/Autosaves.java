package dev.byline.story;

import dev.byline.identity.Caller;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether an autosave goes into the one before it.
@Singleton
class Autosaves {
    private final Sql named;
    private final Reads reads;
    private final SecurityIdentity identity;

    Autosaves(@All List<RevisionReferences> references, Reads reads, SecurityIdentity identity) {
        var conditions =
                Stream.concat(Stream.of("false"), references.stream().map(RevisionReferences::sql));
        this.named =
                Sql.of(
                        "select 1 from revision r where r.id = ? and (%s)"
                                .formatted(conditions.collect(Collectors.joining(" or "))));
        this.reads = reads;
        this.identity = identity;
    }

    /// Has the command save so: into the newest revision where that is an autosave of the same
    /// account, not ten minutes old, and nothing names it.
    void begin(HeldStory held) {
        var newest = held.newest();
        var takes = newest.takesAutosaves(Caller.of(identity).accountId(), held.now());
        held.origin.autosave(takes && !isNamed(held));
    }

    private boolean isNamed(HeldStory held) {
        return reads.first(named.with(List.of(held.newest().id())), _ -> true).isPresent();
    }
}
