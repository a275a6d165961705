package dev.byline.story;

import dev.byline.body.BodyFormat;
import dev.byline.body.Rendering;
import dev.byline.cache.Invalidation;
import dev.byline.change.Announcements;
import dev.byline.revision.SearchIndex;
import dev.byline.revision.SearchIndex.Texts;
import dev.byline.revision.StoryKind;
import dev.byline.sql.Backlog;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Renders anew the bodies that were rendered by the rules of a release before, the newest
/// first. What a save left never changes by it, only what is derived. Answers that show what came
/// out otherwise are outdated with it, and texts are indexed with it.
@Singleton
@Priority(1)
class Rerendering implements Backlog {
    private static final Logger LOG = Logger.getLogger(Rerendering.class);

    private static final String LEFT =
            "select count(*) as texts from revision where rendering_version < ?";

    /// What somebody writes at the moment is left for later: neither waits for the other.
    private static final String TAKE =
            """
            select r.id as revision_id, r.article_id, a.kind, r.live_from is not null as is_live, r.body, r.body_format,
                r.body_html, %s
            from revision r join article a on a.id = r.article_id where r.rendering_version < ?
            order by r.rendering_version desc, r.id desc limit 10 for no key update of r skip locked
            """
                    .formatted(Texts.COLUMNS);

    private static final String SAVE =
            """
            update revision set body_html = ?, body_text = ?, word_count = ?, rendering_version = ?
            where id = ?
            """;

    private static final String SAVE_VERSION =
            "update revision set rendering_version = ? where id = ?";

    /// It is indexed here.
    private static final String INDEXED =
            "delete from search_pending where first_revision = ? and last_revision = first_revision";

    private final Reads reads;
    private final Writes writes;
    private final Announcements announcements;

    Rerendering(Reads reads, Writes writes, Announcements announcements) {
        this.reads = reads;
        this.writes = writes;
        this.announcements = announcements;
    }

    private record Old(
            String kind,
            UUID story,
            boolean isLive,
            Texts texts,
            String body,
            BodyFormat format,
            String html,
            String text) {
        static Old of(ResultSet row) throws SQLException {
            return new Old(
                    row.getString("kind"),
                    Reads.id(row, "article_id"),
                    row.getBoolean("is_live"),
                    Texts.of(row),
                    row.getString("body"),
                    BodyFormat.valueOf(row.getString("body_format")),
                    row.getString("body_html"),
                    row.getString("body_text"));
        }

        Invalidation keys() {
            return Invalidation.of(StoryKind.key(kind, story), StoryKind.plural(kind));
        }
    }

    @Override
    public String metric() {
        return "byline.rendering.pending";
    }

    @Override
    public String task() {
        return "rendered anew";
    }

    @Override
    public long left() {
        return reads.first(Sql.of(LEFT, Rendering.VERSION), row -> row.getLong("texts"))
                .orElseThrow();
    }

    @Override
    public boolean batch() {
        return QuarkusTransaction.requiringNew().call(this::renderSome);
    }

    private boolean renderSome() {
        var some = reads.all(Sql.of(TAKE, Rendering.VERSION), Old::of);
        var outdated =
                some.stream()
                        .filter(this::render)
                        .filter(Old::isLive)
                        .map(Old::keys)
                        .reduce(Invalidation.NOTHING, Invalidation::and);
        writes.run(announcements.of(outdated));
        return !some.isEmpty();
    }

    /// @return whether it comes out otherwise
    private boolean render(Old old) {
        var rendering = rendering(old);
        var id = old.texts.revisionId();
        if (rendering == null
                || rendering.html().equals(old.html) && rendering.text().equals(old.text)) {
            writes.run(Sql.of(SAVE_VERSION, Rendering.VERSION, id));
            return false;
        }
        writes.run(
                Sql.of(
                        SAVE,
                        rendering.html(),
                        rendering.text(),
                        rendering.words(),
                        Rendering.VERSION,
                        id));
        if (!rendering.text().equals(old.text)) {
            writes.run(index(old, old.texts.rendered(rendering.text())));
        }
        return true;
    }

    private static Stream<Sql> index(Old old, Texts texts) {
        var rows = List.of(SearchIndex.document(texts), Sql.of(INDEXED, texts.revisionId()));
        return old.isLive
                ? Stream.concat(rows.stream(), Stream.of(SearchIndex.words(texts)))
                : rows.stream();
    }

    /// A body that cannot be rendered keeps what it has, and is not tried for ever.
    private static Rendering rendering(Old old) {
        try {
            return Rendering.of(old.body, old.format);
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.errorf(failed, "Revision %s could not be rendered anew", old.texts.revisionId());
            return null;
        }
    }
}
