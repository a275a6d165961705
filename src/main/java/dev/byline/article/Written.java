package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.answer.Answers;
import dev.byline.http.Addresses;
import dev.byline.http.Representation;
import dev.byline.identity.Caller;
import dev.byline.reading.ArticleFields;
import dev.byline.reading.ArticleView;
import dev.byline.reading.Articles;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Writes;
import dev.byline.story.HeldStories;
import dev.byline.story.HeldStory;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/// Writes what was changed of an article and answers with the whole of it, as it is then.
@Singleton
class Written {
    private final Articles articles;
    private final HeldStories stories;
    private final Writes writes;
    private final Answers answers;
    private final SecurityIdentity identity;

    Written(
            Articles articles,
            HeldStories stories,
            Writes writes,
            Answers answers,
            SecurityIdentity identity) {
        this.articles = articles;
        this.stories = stories;
        this.writes = writes;
        this.answers = answers;
        this.identity = identity;
    }

    RestResponse<byte[]> created(HeldStory held) {
        var view = settled(held);
        return answers.created(view, held.story.version, Addresses.of("articles", held.story.id));
    }

    RestResponse<byte[]> changed(HeldStory held) {
        var view = settled(held);
        return answers.changed(view, held.story.version);
    }

    /// Its tag is that of a read: the warnings are beside what it tags.
    private Representation settled(HeldStory held) {
        var fields = ArticleFields.ofOne(Caller.of(identity), null, null);
        var batch = writes.batch();
        stories.settle(held, batch);
        var viewpoint = Viewpoint.afterWrite(ARTICLE, held.now());
        var asked = articles.ask(batch, held.story.id, viewpoint, fields);
        batch.run();
        var seen = asked.get();
        var read = representation(seen, fields, seen::view);
        var warned = seen.row().with(held.report());
        return new Representation(read.decisive(), () -> fields.ofAnswer().of(warned));
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
