package dev.byline.reading;

import dev.byline.term.TermView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The keys under which caches keep what readers get of articles.
@Singleton
public class ArticleKeys {
    public static final String LISTS = "articles";
    static final String AUTHORS = "authors";
    static final String TAGS = "tags";
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

    public static String of(Object id) {
        return "article:" + id;
    }

    public static Stream<String> of(ArticleView view) {
        var keys = new ArrayList<String>();
        add(view, keys);
        return keys.stream();
    }

    private static void add(ArticleView view, Collection<String> keys) {
        keys.add(of(view.story().id()));
        addAll("author:", view.authors(), keys);
        addAll("tag:", view.tags(), keys);
    }

    private static void addAll(String kind, List<Object> things, Collection<String> keys) {
        if (things != null) {
            for (var thing : things) {
                keys.add(kind + id(thing));
            }
        }
    }

    /// What a list shows, and what decides which articles are in it, and in which order.
    public Stream<String> of(Collection<ArticleView> views) {
        var asked = address.getQueryParameters();
        var keys = new LinkedHashSet<String>();
        keys.add(LISTS);
        if (!ABOUT_ARTICLES.containsAll(asked.keySet())) {
            keys.addAll(List.of(AUTHORS, TAGS, COMMENT_COUNTS));
        } else if (String.valueOf(asked.getFirst("sort")).contains("commentCount")) {
            keys.add(COMMENT_COUNTS);
        }
        views.forEach(view -> add(view, keys));
        return keys.stream();
    }

    private static UUID id(Object thing) {
        return switch (thing) {
            case Reference reference -> reference.id();
            case TermView term -> term.id();
            default -> throw new IllegalStateException("No key for a " + thing.getClass());
        };
    }
}
