package dev.byline.reading;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Instants;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import dev.byline.story.StoryView;
import dev.byline.term.TermLookup;
import dev.byline.text.Languages;
import dev.byline.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which articles a list holds.
public record ArticleFilter(
        @Parameter(
                        description =
                                "Those that bear this author, by id or by slug, present or former. One that is not known is refused.",
                        example = "dani-graham")
                @RestQuery
                String author,
        @Parameter(description = "Those with this tag, named likewise.", example = "politics")
                @RestQuery
                String tag,
        @Parameter(
                        description =
                                "Those in this language, a tag of BCP 47 in any case. What is none is refused.",
                        example = "en")
                @RestQuery
                String language,
        @Parameter(
                        description =
                                "Those with this status. All but `published` is for the newsroom, whose lists leave"
                                        + " out the trash unless it is asked for. What is live is `published`: no other status goes"
                                        + " together with `view=live` or `asOf`.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "draft",
                                            "scheduled",
                                            "published",
                                            "withdrawn",
                                            "trashed"
                                        },
                                        examples = "published"))
                @RestQuery
                String status,
        @Parameter(
                        description =
                                "Those first published at or after this instant, or this day in UTC.",
                        example = "2014-01-01")
                @RestQuery
                String publishedAfter,
        @Parameter(
                        description =
                                "Those first published before this instant, or this day in UTC.",
                        example = "2030-01-01")
                @RestQuery
                String publishedBefore,
        @Parameter(
                        description =
                                "Where it names `status` or `trashedAt`, an editor's list does not leave out the trash by"
                                        + " itself.",
                        example =
                                "authors.slug==dani-graham;tags.slug=in=(politics,law);publishedAt=ge=2026-01-01",
                        extensions =
                                @Extension(
                                        name = FilterFields.EXTENSION,
                                        value = "dev.byline.reading.ArticleFilterFields"))
                @RestQuery
                String filter) {
    static final ArticleFilter NONE = new ArticleFilter(null, null, null, null, null, null, null);

    /// What a filter alone asks for.
    public static ArticleFilter of(String filter) {
        return new ArticleFilter(null, null, null, null, null, null, filter);
    }

    private static final String UNDER =
            "exists (select 1 from revision_%1$s j where j.revision_id = r.id and j.%1$s_id = ?%2$s)";

    /// The fields of `filter` that name an author or a tag, which are told from all others.
    private static final Map<String, String> NAMING =
            Map.of(
                    "authors.id", "author",
                    "authors.slug", "author",
                    "tags.id", "tag",
                    "tags.slug", "tag");

    private static final int MOST_NAMES = 4;

    private static final String NAMED = "(select x.id from %s x where %s and (";

    public ArticleFilter {
        author = Texts.nfc(author);
        tag = Texts.nfc(tag);
        language = Languages.usual(language);
    }

    /// The same with ids in the place of slugs. What is not known is refused, and what is
    /// no language tag.
    public ArticleFilter resolved(TermLookup terms, Caller caller) {
        if (language != null && !Languages.isValid(language)) {
            throw INVALID_PARAMETER.because(
                    "language must be a language tag such as en or pt-BR, of at most 35 characters.");
        }
        return new ArticleFilter(
                id(terms, "author", author, caller),
                id(terms, "tag", tag, caller),
                language,
                status,
                publishedAfter,
                publishedBefore,
                filter);
    }

    private static String id(TermLookup terms, String noun, String reference, Caller caller) {
        return reference == null
                ? null
                : terms.named(noun, reference, caller.seesDrafts()).toString();
    }

    /// @param asked by [#asked]
    /// @param frequent whether so many bear author and tag that it is asked of each article as it
    /// comes in the list's order; otherwise PostgreSQL begins with those that do
    void narrow(
            Listing list,
            Viewpoint viewpoint,
            Caller caller,
            Optional<Filter> asked,
            boolean frequent) {
        var apart = frequent ? " offset 0" : "";
        terms().forEach((noun, id) -> list.and(UNDER.formatted(noun, apart), id));
        if (language != null) {
            list.and("r.language = ?", language).costs(Cost.SEARCH);
        }
        narrow(list, viewpoint, asked, frequent);
        status(list, viewpoint, caller, fields(asked));
        var from = instant("publishedAfter", publishedAfter);
        if (from != null) {
            list.and(viewpoint.published("a") + " >= ?", from);
        }
        var before = instant("publishedBefore", publishedBefore);
        if (before != null) {
            list.and(viewpoint.published("a") + " < ?", before);
        }
    }

    /// What it asks for that [#listed] leaves.
    void besides(Listing list, Viewpoint viewpoint, Caller caller, Optional<Filter> filter) {
        status(list, viewpoint, caller, fields(filter));
        filter.ifPresent(
                asked -> {
                    if (namesMany(asked)) {
                        list.and(asked);
                        return;
                    }
                    asked.others().forEach(list::and);
                    asked.names().stream()
                            .filter(name -> !NAMING.containsKey(name.field()))
                            .forEach(name -> list.and(name.some()));
                    list.costs(asked.cost());
                });
    }

    /// The rest of it, for what readers get now.
    ListedArticles listed(Caller caller, Optional<Filter> filter) {
        var terms = new ArrayList<Sql>();
        terms().values().forEach(id -> terms.add(Sql.of("?", id)));
        filter.stream()
                .filter(asked -> !namesMany(asked))
                .flatMap(asked -> asked.names().stream())
                .filter(name -> NAMING.containsKey(name.field()))
                .map(name -> named(name, caller))
                .forEach(terms::add);
        return new ListedArticles(
                terms,
                language,
                instant("publishedAfter", publishedAfter),
                instant("publishedBefore", publishedBefore));
    }

    /// What many joins would take to plan is more than they save.
    private static boolean namesMany(Filter asked) {
        return asked.names().size() > MOST_NAMES;
    }

    private static Sql named(Filter.Name name, Caller caller) {
        var visible = TermLookup.visible("x", caller.seesDrafts());
        return Sql.of(NAMED.formatted(NAMING.get(name.field()), visible))
                .then(name.condition())
                .then("))");
    }

    /// The ids of author and tag, by these words, as far as they are asked for.
    Map<String, UUID> terms() {
        var terms = new LinkedHashMap<String, UUID>();
        if (author != null) {
            terms.put("author", UUID.fromString(author));
        }
        if (tag != null) {
            terms.put("tag", UUID.fromString(tag));
        }
        return terms;
    }

    /// Whether it asks for nothing that [ListedArticles] does not know.
    boolean isListed() {
        return status == null && filter == null;
    }

    /// Whether it asks for an author, a tag or a language, which revisions have.
    boolean asksOfRevisions() {
        return Stream.of(author, tag, language).anyMatch(Objects::nonNull);
    }

    /// Whether it leaves out nothing.
    public boolean isEmpty() {
        return Stream.of(author, tag, language, status, publishedAfter, publishedBefore, filter)
                .allMatch(Objects::isNull);
    }

    /// What readers name in it is as frequent, or rare, as all of it.
    private static void narrow(
            Listing list, Viewpoint viewpoint, Optional<Filter> filter, boolean frequent) {
        filter.ifPresent(
                asked -> {
                    if (frequent && viewpoint.isReadersNow() && !namesMany(asked)) {
                        asked.others().forEach(list::and);
                        asked.names().forEach(name -> list.and(name.apart()));
                        list.costs(asked.cost());
                    } else {
                        list.and(asked);
                    }
                });
    }

    /// `filter`, read and made SQL.
    Optional<Filter> asked(Viewpoint viewpoint, Caller caller) {
        return Optional.ofNullable(filter)
                .map(text -> Filter.of(text, ArticleFilterFields.of(viewpoint), caller));
    }

    private static Set<String> fields(Optional<Filter> asked) {
        return asked.map(Filter::fields).orElse(Set.of());
    }

    private void status(Listing list, Viewpoint viewpoint, Caller caller, Set<String> filtered) {
        var asked = status == null ? null : parse(status);
        if (asked != null && asked != ArticleStatus.PUBLISHED) {
            Audience.NEWSROOM.demand(caller, "status=" + status);
        }
        if (viewpoint.live()) {
            if (asked != null && asked != ArticleStatus.PUBLISHED) {
                throw INVALID_PARAMETER.because(
                        "What is live is published: status=" + status + " excludes it.");
            }
        } else if (asked != null) {
            list.and(asked.condition);
        } else {
            StoryView.leaveOutTrash(list, filtered);
        }
    }

    private static ArticleStatus parse(String status) {
        return ArticleStatus.of(status)
                .orElseThrow(
                        () ->
                                INVALID_PARAMETER.because(
                                        "status must be one of "
                                                + Arrays.stream(ArticleStatus.values())
                                                        .map(ArticleStatus::text)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static Instant instant(String name, String value) {
        return value == null
                ? null
                : Instants.parseOrDate(value)
                        .orElseThrow(
                                () -> INVALID_PARAMETER.because(Instants.faultOfDate(name, value)));
    }
}
