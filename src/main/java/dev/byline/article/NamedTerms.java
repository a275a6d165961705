package dev.byline.article;

import dev.byline.http.FaultCode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.revision.ArticleInput;
import dev.byline.revision.Revision;
import dev.byline.revision.TermIds;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.Editing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The authors and tags that an input names by ids, slugs or former slugs.
final class NamedTerms {
    private static final String ASKED =
            "unnest(%s, %s)".formatted(Sql.unseen("uuid[]"), Sql.unseen("text[]"));

    private static final String IDS_OF =
            """
            select %1$d as list, place, coalesce((select x.id from %2$s x
                where x.replaced_by is null
                    and (x.id = asked.id or asked.id is null and x.slug = asked.slug)),
                (select x.id from former_%2$s_slug f join %2$s x on x.id = f.%2$s_id
                where f.slug = asked.slug and x.replaced_by is null
                order by f.retired_at desc limit 1)) as id
            from %3$s with ordinality asked (id, slug, place)
            """;

    /// One after the other.
    private static final String IDS =
            IDS_OF.formatted(0, "author", ASKED)
                    + "union all "
                    + IDS_OF.formatted(1, "tag", ASKED)
                    + "order by list, place";

    private NamedTerms() {}

    /// Asks with the other statements of a batch which they are.
    static Editing.Terms of(ArticleInput input) {
        return (batch, newest) -> ask(batch, input, newest);
    }

    /// Likewise, of an article that is made: who may write their own alone stands in its byline, as
    /// the author of their account.
    static Editing.Terms ofNew(ArticleInput input, Caller caller) {
        var author = caller.authorId();
        if (author == null || !caller.mayOnlyOnOwn(Permission.ARTICLES_WRITE)) {
            return of(input);
        }
        return (batch, newest) -> {
            var named = ask(batch, input, newest);
            return () -> withByline(named.get(), author);
        };
    }

    private static TermIds withByline(TermIds named, UUID author) {
        if (named.authors().isEmpty()) {
            return new TermIds(List.of(author), named.tags());
        }
        if (!named.authors().contains(author)) {
            throw ProblemException.invalid(
                    "/authors",
                    FaultCode.NOT_IN_BYLINE,
                    "must have the author as whom you write: " + author);
        }
        return named;
    }

    /// @param newest of what it names nobody asks; empty for a new article
    /// @return to be called when the batch was run: their ids, or a problem that says which are not
    /// there or stand there twice
    private static Supplier<TermIds> ask(
            Batch batch, ArticleInput input, Optional<Revision> newest) {
        var authors = input.authors();
        var tags = input.tags();
        if (authors.isEmpty() && tags.isEmpty() || newest.stream().anyMatch(areOf(input))) {
            return () -> new TermIds(parsed(authors), parsed(tags));
        }
        var question = Sql.of(IDS, ids(authors), texts(authors), ids(tags), texts(tags));
        var asked = batch.ask(question, row -> Reads.id(row, "id"));
        return () -> checked(authors.size(), asked.all());
    }

    private static Predicate<Revision> areOf(ArticleInput input) {
        return revision ->
                input.authors().equals(revision.authors.stream().map(UUID::toString).toList())
                        && input.tags().equals(revision.tags.stream().map(UUID::toString).toList());
    }

    /// @param many how many of them are authors
    private static TermIds checked(int many, List<UUID> ids) {
        var faults = new ArrayList<Fault>();
        check("author", ids.subList(0, many), faults);
        check("tag", ids.subList(many, ids.size()), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new TermIds(ids.subList(0, many), ids.subList(many, ids.size()));
    }

    private static void check(String noun, List<UUID> ids, List<Fault> faults) {
        for (var index = 0; index < ids.size(); index++) {
            var pointer = "/" + noun + "s/" + index;
            var id = ids.get(index);
            if (id == null) {
                faults.add(Fault.unknown(pointer, noun));
            } else if (ids.indexOf(id) < index) {
                faults.add(Fault.inBody(pointer, FaultCode.TWICE, "stands in the list before"));
            }
        }
    }

    private static List<UUID> parsed(List<String> references) {
        return references.stream().map(one -> Uuids.parse(one).orElse(null)).toList();
    }

    private static UUID[] ids(List<String> references) {
        return parsed(references).toArray(UUID[]::new);
    }

    private static String[] texts(List<String> references) {
        return references.toArray(String[]::new);
    }
}
