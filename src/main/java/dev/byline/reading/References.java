package dev.byline.reading;

import dev.byline.cache.ResponseCache;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The authors and tags that articles name. They are few, and a page shows dozens: those that
/// readers were shown are kept in memory, as finished answers are, until one of them changes.
/// Editors are told what the database says now.
@Singleton
public class References {
    private static final Set<String> KEYS = Set.of(ArticleKeys.AUTHORS, ArticleKeys.TAGS);
    private static final int MOST = 20_000;

    /// Stands for one that readers may not know of, so that it is not looked up each time.
    private static final Reference HIDDEN = new Reference(null, null, null, null);

    private static final String AUTHORS =
            "select true as is_author, x.id, x.slug, x.name, x.internal from author x where x.id";
    private static final String TAGS =
            " union all select false, x.id, x.slug, x.name, x.internal from tag x where x.id";

    private final Reads reads;
    private final ResponseCache cache;
    private volatile Known last;

    References(Reads reads, ResponseCache cache) {
        this.reads = reads;
        this.cache = cache;
        this.last = new Known(cache.begin(), false);
    }

    /// What is known, to be asked before the rows are read: a name from a snapshot that is older
    /// than a change must not come among those that are newer.
    Known known(Viewpoint viewpoint) {
        if (viewpoint.seesDrafts()) {
            return new Known(cache.begin(), true);
        }
        var known = last;
        if (!cache.isCurrent(known.begin, KEYS) || known.size() > MOST) {
            known = new Known(cache.begin(), false);
            last = known;
        }
        return known;
    }

    /// Looks up what these rows name and is not known yet.
    void complete(Known known, List<ArticleRow> rows) {
        lookUp(
                known,
                missing(known.authors, rows, ArticleRow::authors),
                missing(known.tags, rows, ArticleRow::tags));
    }

    /// As editors get those of one revision.
    public Named of(List<UUID> authors, List<UUID> tags) {
        var known = new Known(cache.begin(), true);
        lookUp(known, authors, tags);
        return new Named(
                authors.stream().map(known.authors::get).toList(),
                tags.stream().map(known.tags::get).toList());
    }

    /// In their order.
    public record Named(List<Reference> authors, List<Reference> tags) {}

    private void lookUp(Known known, Collection<UUID> authors, Collection<UUID> tags) {
        if (!authors.isEmpty() || !tags.isEmpty()) {
            var names = Sql.of(AUTHORS).then(Sql.anyOf(authors)).then(TAGS).then(Sql.anyOf(tags));
            reads.all(names, row -> found(row, known.seesDrafts)).forEach(known::add);
        }
    }

    private static Set<UUID> missing(
            Map<UUID, Reference> known,
            List<ArticleRow> rows,
            Function<ArticleRow, List<?>> relation) {
        var missing = new LinkedHashSet<UUID>();
        for (var row : rows) {
            var things = relation.apply(row);
            if (things != null) {
                things.forEach(
                        thing -> {
                            if (thing instanceof UUID id && !known.containsKey(id)) {
                                missing.add(id);
                            }
                        });
            }
        }
        return missing;
    }

    private static Found found(ResultSet row, boolean seesDrafts) throws SQLException {
        var id = Reads.id(row, "id");
        var isInternal = row.getBoolean("internal");
        var reference =
                new Reference(
                        id,
                        row.getString("slug"),
                        row.getString("name"),
                        seesDrafts ? isInternal : null);
        return new Found(
                row.getBoolean("is_author"), id, isInternal && !seesDrafts ? HIDDEN : reference);
    }

    private record Found(boolean isAuthor, UUID id, Reference reference) {}

    /// @param begin when the reading of them began, for [ResponseCache#isCurrent]
    /// @param seesDrafts whether they are for editors
    record Known(
            long begin,
            boolean seesDrafts,
            Map<UUID, Reference> authors,
            Map<UUID, Reference> tags) {
        private Known(long begin, boolean seesDrafts) {
            this(begin, seesDrafts, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        private void add(Found found) {
            (found.isAuthor ? authors : tags).put(found.id, found.reference);
        }

        private int size() {
            return authors.size() + tags.size();
        }

        List<Object> authors(List<?> shown) {
            return named(shown, authors);
        }

        List<Object> tags(List<?> shown) {
            return named(shown, tags);
        }

        /// What is shown whole stays so.
        private static List<Object> named(List<?> shown, Map<UUID, Reference> known) {
            if (shown == null) {
                return null;
            }
            var named = new ArrayList<Object>(shown.size());
            for (var thing : shown) {
                var reference = named(thing, known);
                if (reference != HIDDEN) {
                    named.add(reference);
                }
            }
            return named;
        }

        /// What a revision names is never deleted, so it is known.
        private static Object named(Object thing, Map<UUID, Reference> known) {
            return thing instanceof UUID id ? Objects.requireNonNull(known.get(id)) : thing;
        }
    }
}
