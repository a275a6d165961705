package bench;

import dev.byline.body.Rendering;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/// The rows of some stories, as the server's commands would have written them. What they derive
/// is derived here: `body_html`, `body_text`, `word_count` and `rendering_version` of revisions,
/// `body_html` of comments, `comment_count` of articles, `reply_count` of comments.
final class Chunk {
    private static final int DRAFTS = 50;

    private final Rows articles =
            new Rows(
                    "article (id, version, slug, newest_revision, comments_open, comment_count,"
                            + " created_at, changed_at, published_at)");
    private final Rows revisions =
            new Rows(
                    "revision (id, article_id, number, title, summary, body, body_format, language,"
                            + " saved_at, saved_by, rendering_version, body_html, body_text,"
                            + " word_count, live_from, live_until)");
    private final Rows authors = new Rows("revision_author (revision_id, position, author_id)");
    private final Rows tags = new Rows("revision_tag (revision_id, position, tag_id)");
    private final Rows comments =
            new Rows(
                    "comment (id, version, article_id, parent_id, depth, name, email, body,"
                            + " body_html, status, reply_count, created_at)");
    private final List<UUID> ids = new ArrayList<>();
    private final Fill fill;

    Chunk(Fill fill) {
        this.fill = fill;
    }

    void add(Story story) {
        var begin = story.publishedAt;
        int shown = comment(story);
        boolean edited = story.wasEdited();
        var changed = edited ? begin.plus(Duration.ofHours(5)) : begin;
        articles.add(story.id, 1, story.slug(), edited ? 2 : 1, true, shown, begin, changed, begin);
        ids.add(story.id);
        if (edited) {
            revise(story, story.id, 1, begin, begin, changed);
        }
        revise(story, story.id, edited ? 2 : 1, changed, changed, null);
        if (story.number % DRAFTS == 1) {
            draft(story);
        }
    }

    /// Readers never see it, and must not wait for it either.
    private void draft(Story story) {
        var id = story.id(story.publishedAt);
        ids.add(id);
        articles.add(
                id,
                0,
                "draft-" + story.number,
                1,
                true,
                0,
                story.publishedAt,
                story.publishedAt,
                null);
        revise(story, id, 1, story.publishedAt, null, null);
    }

    private void revise(
            Story story, UUID article, int number, Instant saved, Instant from, Instant until) {
        var id = story.id(saved);
        var body = story.body();
        var rendering = Story.rendered(body);
        var title = story.title();
        var summary = story.words(12 + story.random().nextInt(15));
        revisions.add(
                id,
                article,
                number,
                title,
                summary,
                body,
                "MARKDOWN",
                story.language,
                saved,
                fill.account,
                Rendering.VERSION,
                rendering.html(),
                rendering.text(),
                rendering.words(),
                from,
                until);
        for (int i = 0; i < story.authors.size(); i++) {
            authors.add(id, i, fill.authors.get(story.authors.get(i)));
        }
        for (int i = 0; i < story.tags.size(); i++) {
            tags.add(id, i, fill.tags.get(story.tags.get(i)));
        }
        if (from != null) {
            fill.count(title + " " + summary + " " + rendering.text(), until == null);
        }
    }

    /// How many of them readers see.
    private int comment(Story story) {
        var random = story.random();
        int count = story.comments;
        var ids = new ArrayList<UUID>();
        var parents = new int[count];
        var replies = new int[count];
        var depths = new int[count];
        var shown = new BitSet();
        for (int i = 0; i < count; i++) {
            ids.add(story.id(at(story, i)));
            shown.set(i, random.nextInt(100) < 95);
            int parent = i > 0 && random.nextInt(100) < 25 ? random.nextInt(i) : -1;
            boolean fits = parent >= 0 && shown.get(parent) && depths[parent] < 9;
            parents[i] = fits ? parent : -1;
            depths[i] = fits ? depths[parent] + 1 : 0;
            if (fits && shown.get(i)) {
                replies[parent]++;
            }
        }
        for (int i = 0; i < count; i++) {
            var text = fill.remarks.get(random.nextInt(fill.remarks.size()));
            comments.add(
                    ids.get(i),
                    0,
                    story.id,
                    parents[i] < 0 ? null : ids.get(parents[i]),
                    depths[i],
                    text.name(),
                    text.name().toLowerCase() + "@example.org",
                    text.body(),
                    text.html(),
                    shown.get(i) ? "APPROVED" : i % 2 == 0 ? "HELD" : "SPAM",
                    replies[i],
                    at(story, i));
        }
        return shown.cardinality();
    }

    private static Instant at(Story story, int number) {
        return story.publishedAt.plus(Duration.ofMinutes(7L * (number + 1)));
    }

    /// The articles, drafts among them.
    Object[] ids() {
        return ids.toArray();
    }

    void copy(Connection connection) throws SQLException, IOException {
        for (var rows : List.of(articles, revisions, authors, tags, comments)) {
            rows.copy(connection);
        }
    }
}
