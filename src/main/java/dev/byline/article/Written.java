package dev.byline.article;

import dev.byline.answer.Answers;
import dev.byline.body.BodyWarning;
import dev.byline.body.Rendering;
import dev.byline.http.Addresses;
import dev.byline.http.Representation;
import dev.byline.identity.Caller;
import dev.byline.reading.ArticleFields;
import dev.byline.reading.ArticleRow;
import dev.byline.reading.ArticleView;
import dev.byline.reading.Articles;
import dev.byline.revision.Article;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.DatabaseClock;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/// What is answered to those who wrote an article: the whole of it, as it is now.
@Singleton
class Written {
    private final Articles articles;
    private final ArticleEntities entities;
    private final Answers answers;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    Written(
            Articles articles,
            ArticleEntities entities,
            Answers answers,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.articles = articles;
        this.entities = entities;
        this.answers = answers;
        this.clock = clock;
        this.identity = identity;
    }

    RestResponse<byte[]> created(Article article) {
        var location = Addresses.of("articles", article.id);
        return answers.created(view(article, article.createdAt), article.version, location);
    }

    RestResponse<byte[]> changed(Article article) {
        entities.flush();
        return answers.changed(view(article, clock.now()), article.version);
    }

    /// Its tag is that of a read: the warnings are beside what it tags.
    private Object view(Article article, Instant now) {
        var fields = ArticleFields.ofOne(Caller.of(identity), null, null);
        var seen = articles.read(article.id.toString(), Viewpoint.afterWrite(now), fields);
        var read = representation(seen, fields, seen::view);
        var warned = seen.view().warned(warnings(article, seen.bodies().source(), seen.row()));
        return new Representation(read.decisive(), () -> fields.withWarnings().of(warned));
    }

    private static List<BodyWarning> warnings(Article article, String body, ArticleRow row) {
        return article.saved == null
                ? Rendering.of(body, row.bodyFormat()).warnings()
                : article.saved.warnings();
    }

    /// A revision's texts hang on its id and on the rules by which they were rendered: whoever has
    /// them gets 304 without their being read.
    static Representation representation(
            Articles.Seen seen, ArticleFields fields, Supplier<ArticleView> whole) {
        var decisive =
                List.of(
                        fields.withoutBodies().of(seen.view()),
                        seen.row().revisionId(),
                        seen.row().renderingVersion());
        return new Representation(decisive, () -> fields.of(whole.get()));
    }
}
