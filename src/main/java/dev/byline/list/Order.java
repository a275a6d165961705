package dev.byline.list;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.UNKNOWN_SORT_KEY;

import dev.byline.identity.Caller;
import dev.byline.sql.Sql;
import dev.byline.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The order of a list: what `sort` names, and at the end the id, so that no two rows are equal.
public final class Order {
    record Term(SortKey key, boolean descending) {
        String sql(boolean backwards) {
            return key.expression() + (descending == backwards ? " asc" : " desc");
        }

        String comparison(boolean backwards) {
            return descending == backwards ? " > " : " < ";
        }
    }

    private final String name;
    private final List<Term> terms;

    private Order(String name, List<Term> terms) {
        this.name = name;
        this.terms = terms;
    }

    /// @param sort the parameter, such as `-publishedAt,title`, or null
    /// @param keys what can be sorted by, whoever it is for
    /// @param id the SQL of the id
    public static Order of(String sort, String standard, List<SortKey> keys, String id) {
        var text = sort == null ? standard : sort;
        var terms = new ArrayList<Term>();
        var seen = new HashSet<String>();
        for (var part : text.split(",", -1)) {
            var term = term(part, keys);
            if (!seen.add(term.key().name())) {
                throw INVALID_PARAMETER.because("sort names " + term.key().name() + " twice.");
            }
            terms.add(term);
        }
        terms.add(new Term(SortKey.id(id), terms.getLast().descending()));
        return new Order(text, List.copyOf(terms));
    }

    /// Likewise, where some keys are for some callers alone: 401 or 403 for others.
    public static Order of(
            String sort, String standard, List<SortKey> keys, String id, Caller caller) {
        var order = of(sort, standard, keys, id);
        order.terms.forEach(
                term -> term.key().audience().demand(caller, "sort=" + term.key().name()));
        return order;
    }

    /// By positions, the lowest first: no two are equal.
    public static Order of(SortKey position) {
        return new Order(position.name(), List.of(new Term(position, false)));
    }

    /// The cursor for what comes behind this position: whatever the page showed, all up to there
    /// was looked at. Behind the page's own cursor where that is further.
    public String behind(long position, Paging paging) {
        var last =
                paging.after() == null
                        ? position
                        : Math.max(position, (long) Cursor.read(this, paging.after()).getFirst());
        return Cursor.write(this, List.of(last));
    }

    private static Term term(String part, List<SortKey> keys) {
        var descending = part.startsWith("-");
        var name = descending ? part.substring(1) : part;
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> new Term(key, descending))
                .orElseThrow(() -> unknown(name, keys));
    }

    private static RuntimeException unknown(String name, List<SortKey> keys) {
        var names = keys.stream().map(SortKey::name).toList();
        var hint =
                Nearest.of(name, names)
                        .map(near -> "did you mean \"%s\"?".formatted(near))
                        .orElse("known are " + String.join(", ", names) + ".");
        return UNKNOWN_SORT_KEY.because(
                "\"%s\" is no key to sort by here; %s".formatted(name, hint));
    }

    /// Whether the key of this name is one of its terms.
    public boolean isBy(String key) {
        return terms.stream().anyMatch(term -> term.key().name().equals(key));
    }

    /// Whether the key of this name comes first.
    public boolean beginsWith(String key) {
        return terms.getFirst().key().name().equals(key);
    }

    /// The same order, with cursors that are good for this question alone.
    public Order of(String question) {
        return new Order(name + " " + Integer.toHexString(question.hashCode()), terms);
    }

    String name() {
        return name;
    }

    List<Term> terms() {
        return terms;
    }

    /// The values that rows are sorted by, as columns `k0`, `k1`, ….
    String keys() {
        return IntStream.range(0, terms.size())
                .mapToObj(index -> terms.get(index).key().expression() + " as k" + index)
                .collect(Collectors.joining(", "));
    }

    String orderBy(boolean backwards) {
        return terms.stream()
                .map(term -> term.sql(backwards))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /// The rows behind a cursor. Where all terms run the same way it is one comparison of rows,
    /// which an index answers; where they differ, the first term bounds the scan and the rest is
    /// spelt out.
    Sql behind(List<Object> values, boolean backwards) {
        var uniform = terms.stream().map(Term::descending).distinct().count() == 1;
        return uniform ? rowComparison(values, backwards) : spelledOut(values, backwards, 0);
    }

    private Sql rowComparison(List<Object> values, boolean backwards) {
        var left =
                terms.stream()
                        .map(term -> term.key().expression())
                        .collect(Collectors.joining(", "));
        var marks = String.join(", ", Collections.nCopies(terms.size(), "?"));
        var comparison = terms.getFirst().comparison(backwards);
        return new Sql("(%s)%s(%s)".formatted(left, comparison, marks), values);
    }

    private Sql spelledOut(List<Object> values, boolean backwards, int index) {
        var term = terms.get(index);
        var value = values.get(index);
        var expression = term.key().expression();
        var beyond = Sql.of(expression + term.comparison(backwards) + "?", value);
        if (index == terms.size() - 1) {
            return beyond;
        }
        var bound = Sql.of(expression + term.comparison(backwards).stripTrailing() + "= ?", value);
        return bound.then(" and (")
                .then(beyond)
                .then(" or ")
                .then(spelledOut(values, backwards, index + 1))
                .then(")");
    }
}
