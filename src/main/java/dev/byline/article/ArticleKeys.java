package dev.byline.article;

import dev.byline.term.TermView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The keys under which caches keep what readers get of articles.
@Singleton
class ArticleKeys {
    static final String LISTS = "articles";
    private static final String AUTHORS = "authors";
    private static final String TAGS = "tags";
    private static final String COMMENT_COUNTS = "any-article";

    /// Parameters that name neither authors nor tags.
    private static final Set<String> ABOUT_ARTICLES =
            Set.of(
                    "limit",
                    "after",
                    "before",
                    "sort",
                    "fields",
                    "include",
                    "count",
                    "status",
                    "language",
                    "view",
                    "asOf",
                    "publishedAfter",
                    "publishedBefore");

    private final UriInfo address;

    ArticleKeys(UriInfo address) {
        this.address = address;
    }

    static String of(Object id) {
        return "article:" + id;
    }

    static Stream<String> of(ArticleView view) {
        return Stream.of(
                        Stream.of(of(view.id())),
                        all("author:", view.authors()),
                        all("tag:", view.tags()))
                .flatMap(keys -> keys);
    }

    /// What a list shows, and what decides which articles are in it, and in which order.
    Stream<String> of(Collection<ArticleView> views) {
        var asked = address.getQueryParameters();
        var own = Stream.of(LISTS);
        if (!ABOUT_ARTICLES.containsAll(asked.keySet())) {
            own = Stream.of(LISTS, AUTHORS, TAGS, COMMENT_COUNTS);
        } else if (String.valueOf(asked.getFirst("sort")).contains("commentCount")) {
            own = Stream.of(LISTS, COMMENT_COUNTS);
        }
        return Stream.concat(own, views.stream().flatMap(ArticleKeys::of));
    }

    private static Stream<String> all(String kind, List<Object> things) {
        return things == null ? Stream.empty() : things.stream().map(thing -> kind + id(thing));
    }

    private static UUID id(Object thing) {
        return switch (thing) {
            case Reference reference -> reference.id();
            case TermView term -> term.id();
            default -> throw new IllegalStateException("No key for a " + thing.getClass());
        };
    }
}
