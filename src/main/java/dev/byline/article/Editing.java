package dev.byline.article;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.list.FormerSlugs;
import dev.byline.list.FreeSlug;
import dev.byline.reading.Articles;
import dev.byline.revision.ArticleInput;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.sql.Batch;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What commands have to ask of the database before they change an article that is held: whom an
/// input names, and which slugs are free. It writes nothing: [HeldArticles#settle] does.
@Singleton
class Editing {
    /// Also of an address that leads to an article yet: only who names it may take that. What is in
    /// the trash has none.
    private static final String TAKEN =
            """
            (%%1$s = '%s'
                or exists (select from article a where a.slug = %%1$s and a.trashed_at is null)
                or exists (select from former_slug f join article a on a.id = f.article_id
                    where f.slug = %%1$s and a.trashed_at is null))"""
                    .formatted(ArticleInput.RESERVED);

    private final Writes writes;
    private final SecurityIdentity identity;

    Editing(Writes writes, SecurityIdentity identity) {
        this.writes = writes;
        this.identity = identity;
    }

    HeldArticle create(UUID id, ArticleInput input) {
        mustNotBeReserved(input);
        var batch = writes.batch();
        var slug = input.slug() == null ? freeSlug(batch, input) : null;
        var terms = NamedTerms.ask(batch, input, Optional.empty());
        var now = DatabaseClock.ask(batch);
        var asked = System.nanoTime();
        batch.run();
        if (slug != null && slug.first().isEmpty()) {
            return create(id, input);
        }
        var held =
                HeldArticle.created(
                        id,
                        slug == null ? input.slug() : slug.first().orElseThrow(),
                        input.commentsOpen(),
                        new Moment(now.first().orElseThrow(), asked));
        held.addFormerSlugs(FormerSlugs.others(input.formerSlugs(), held.article.slug));
        held.save(input.content(), terms.get(), save(held, input.note()));
        publish(held, input);
        return held;
    }

    private static Batch.Result<String> freeSlug(Batch batch, ArticleInput input) {
        return FreeSlug.ask(batch, input.title(), "article", TAKEN);
    }

    /// Takes the content, and publishes it if the input says so.
    void write(HeldArticle held, ArticleInput input) {
        held.article.mustNotBeInTrash();
        mustNotBeReserved(input);
        var batch = writes.batch();
        var terms = NamedTerms.ask(batch, input, Optional.of(held.newest()));
        var former = former(held, input, batch);
        batch.run();
        held.rename(input.slug());
        held.addFormerSlugs(FormerSlugs.others(former.get(), held.article.slug));
        held.openComments(input.commentsOpen());
        held.save(input.content(), terms.get(), save(held, input.note()));
        publish(held, input);
    }

    /// Those of its former slugs that it did not have yet.
    private static Supplier<List<String>> former(
            HeldArticle held, ArticleInput input, Batch batch) {
        if (input.formerSlugs().isEmpty()) {
            return List::of;
        }
        return Articles.FORMER_SLUGS.askFresh(
                        batch,
                        FormerSlugs.others(input.formerSlugs(), held.article.slug),
                        held.article.id)
                ::all;
    }

    private void publish(HeldArticle held, ArticleInput input) {
        if (input.publication() != null) {
            inPublication(() -> publish(held, input.publication()));
        }
    }

    /// What is wrong with a plan is told at its place in the article's body.
    private static void inPublication(Runnable publishing) {
        try {
            publishing.run();
        } catch (ProblemException fault) {
            throw fault.under("/publication");
        }
    }

    void publish(HeldArticle held, Plan plan) {
        held.publish(plan, by());
    }

    private static void mustNotBeReserved(ArticleInput input) {
        mustNotBeReserved("/slug", input.slug());
        for (var n = 0; n < input.formerSlugs().size(); n++) {
            mustNotBeReserved("/formerSlugs/" + n, input.formerSlugs().get(n));
        }
    }

    private static void mustNotBeReserved(String pointer, String slug) {
        if (ArticleInput.RESERVED.equals(slug)) {
            throw ProblemException.invalid(
                    pointer, FaultCode.RESERVED, "is an address of the API itself");
        }
    }

    /// A new revision with the content of an old one: history only grows.
    void restore(HeldArticle held, Revision old, String note) {
        held.article.mustNotBeInTrash();
        held.save(old.content, old.terms(), save(held, note));
    }

    /// Back to readers, where its timeline says so. Its slug may be another's by now: then it takes
    /// one like it.
    void takeOutOfTrash(HeldArticle held) {
        var slug = held.article.slug;
        if (isBorne(slug)) {
            held.rename(FreeSlug.near(writes, slug, "article", TAKEN));
        }
        held.takeOutOfTrash();
    }

    /// Whoever else comes back with this slug at the same moment is waited for.
    private boolean isBorne(String slug) {
        var batch = writes.batch();
        batch.add(FreeSlug.lock(slug, "article"));
        var borne =
                batch.ask(
                        Sql.of("select 1 from article where slug = ? and trashed_at is null", slug),
                        _ -> true);
        batch.run();
        return borne.first().isPresent();
    }

    private Save save(HeldArticle held, String note) {
        return new Save(by(), held.now(), note);
    }

    private UUID by() {
        return Caller.of(identity).accountId();
    }
}
