package dev.byline.revision;

import dev.byline.http.ProblemType;
import dev.byline.list.FormerSlugs;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Which story an id or a slug names, or named before.
@Singleton
public class StoryLookup {
    public static final FormerSlugs FORMER_SLUGS = new FormerSlugs("former_slug", "article_id");

    private final Reads reads;

    StoryLookup(Reads reads) {
        this.reads = reads;
    }

    /// That `a` bears the slug or, where none that the viewpoint shows does, bore it last of them.
    public static Sql named(Viewpoint viewpoint, String slug) {
        return Sql.of("a.slug = ? or a.id = (", slug)
                .then(FORMER_SLUGS.last(viewpoint.select(Sql.of("a.id")), "a", slug))
                .then(") and not exists (")
                .then(viewpoint.select(Sql.of("1")).and("a.slug = ?", slug).statement())
                .then(")");
    }

    /// The id of the story of this id or slug that the viewpoint shows.
    public UUID visibleId(Viewpoint viewpoint, String reference) {
        return viewpoint
                .select(Sql.of("a.id"))
                .named("a", reference)
                .flatMap(
                        list ->
                                list.first(
                                        reads, viewpoint.preferred(), row -> Reads.id(row, "id")))
                .orElseThrow(() -> moved(reference, viewpoint));
    }

    /// What says that a slug is a former one, or else that there is nothing.
    public RuntimeException moved(String reference, Viewpoint viewpoint) {
        return FORMER_SLUGS
                .moved(reads, viewpoint.select(Sql.of("a.slug")), "a", reference)
                .orElseGet(() -> notFound(viewpoint.kind()));
    }

    private static RuntimeException notFound(StoryKind kind) {
        return ProblemType.NOT_FOUND.because("There is no %s of this id or slug.".formatted(kind));
    }
}
