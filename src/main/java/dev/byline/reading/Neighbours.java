package dev.byline.reading;

import dev.byline.list.Listing;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;

/// What a reader may turn to after an article: the one before it and the one after it by the time
/// of publication, and those that are related to it. All of them are what readers get, whoever
/// asks.
@Singleton
class Neighbours {
    private static final int RELATED = 5;

    /// Of each tag the last 100 saved, of each author the last 50: what an article is compared with
    /// does not grow with the site. A shared tag counts as much as two shared words of title and
    /// summary, an author as much as one, and what is internal nothing, whoever asks.
    private static final String CANDIDATES =
            """
            (select c.revision_id, sum(c.points) as points from (
                select o.revision_id, 2 as points from revision_tag j
                join tag t on t.id = j.tag_id and not t.internal cross join lateral (
                    select revision_id from revision_tag where tag_id = j.tag_id
                    order by revision_id desc limit 100) o where j.revision_id = ?
                union all
                select o.revision_id, 1 as points from revision_author j
                join author t on t.id = j.author_id and not t.internal cross join lateral (
                    select revision_id from revision_author where author_id = j.author_id
                    order by revision_id desc limit 50) o where j.revision_id = ?
            ) c group by c.revision_id) c on c.revision_id = r.id
            """;

    private static final String WORDS =
            "regexp_split_to_table(lower(concat_ws(' ', %1$s.title, %1$s.summary)), '\\W+')";

    private static final String BY_SHARED_WORDS =
            """
             order by c.points + (select count(*) from (
                select w from %s w where length(w) > 3 intersect
                select w from revision m, %s w where m.id = ?) shared) desc, a.published_at desc, a.id
             limit %d"""
                    .formatted(WORDS.formatted("r"), WORDS.formatted("m"), RELATED);

    private final Reads reads;

    Neighbours(Reads reads) {
        this.reads = reads;
    }

    /// What was asked for, one statement each.
    RelatedArticles of(ArticleRow article, Viewpoint viewpoint, ArticleFields fields) {
        return new RelatedArticles(
                fields.shown().has("previous") ? beside(article, viewpoint, "<", "desc") : null,
                fields.shown().has("next") ? beside(article, viewpoint, ">", "asc") : null,
                fields.shown().has("related") ? related(article, viewpoint) : null);
    }

    private ArticleReference beside(
            ArticleRow article, Viewpoint viewpoint, String comparison, String direction) {
        if (article.publishedAt() == null) {
            return null;
        }
        return others(viewpoint)
                .and(
                        "(%s, a.id) %s (?, ?)".formatted(viewpoint.published("a"), comparison),
                        article.publishedAt(),
                        article.id())
                .first(
                        reads,
                        Sql.of(
                                " order by %2$s %1$s, a.id %1$s"
                                        .formatted(direction, viewpoint.published("a"))),
                        ArticleReference::of)
                .orElse(null);
    }

    private List<ArticleReference> related(ArticleRow article, Viewpoint viewpoint) {
        var live = others(viewpoint).and("a.id <> ?", article.id());
        return reads.all(
                Sql.of("select " + ArticleReference.columns(viewpoint) + " from ")
                        .then(live.from())
                        .then(" join ")
                        .then(CANDIDATES, article.revisionId(), article.revisionId())
                        .then(Sql.where(live.where()))
                        .then(BY_SHARED_WORDS, article.revisionId()),
                ArticleReference::of);
    }

    private static Listing others(Viewpoint viewpoint) {
        return viewpoint.ofReaders().select(Sql.of(ArticleReference.columns(viewpoint)));
    }
}
