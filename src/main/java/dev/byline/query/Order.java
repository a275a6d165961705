package dev.byline.query;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.UNKNOWN_SORT_KEY;

import dev.byline.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The order of a list: what `sort` names, and at the end the id, so that no two rows are equal.
public final class Order {
    record Term(SortKey key, boolean descending) {
        String hql(boolean backwards) {
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
    /// @param keys what this caller may sort by
    /// @param id the HQL of the id
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
        var idKey = new SortKey("id", id, SortKey.Type.ID);
        terms.add(new Term(idKey, terms.getLast().descending()));
        return new Order(text, List.copyOf(terms));
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

    String name() {
        return name;
    }

    List<Term> terms() {
        return terms;
    }

    String orderBy(boolean backwards) {
        return terms.stream()
                .map(term -> term.hql(backwards))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /// The rows behind the cursor `:k0, :k1, …`. Where all terms run the same way it is one
    /// comparison of rows, which an index answers; where they differ, the first term bounds the
    /// scan and the rest is spelt out.
    String behind(boolean backwards) {
        var uniform = terms.stream().map(Term::descending).distinct().count() == 1;
        return uniform ? rowComparison(backwards) : spelledOut(backwards);
    }

    private String rowComparison(boolean backwards) {
        var left =
                terms.stream()
                        .map(term -> term.key().expression())
                        .collect(Collectors.joining(", "));
        var right =
                IntStream.range(0, terms.size())
                        .mapToObj(index -> ":k" + index)
                        .collect(Collectors.joining(", "));
        return "(%s)%s(%s)".formatted(left, terms.getFirst().comparison(backwards), right);
    }

    private String spelledOut(boolean backwards) {
        var clause = "";
        for (var index = terms.size() - 1; index >= 0; index--) {
            var expression = terms.get(index).key().expression();
            var beyond = expression + terms.get(index).comparison(backwards) + ":k" + index;
            clause =
                    clause.isEmpty()
                            ? beyond
                            : "(%s or %s = :k%d and %s)"
                                    .formatted(beyond, expression, index, clause);
        }
        return clause;
    }
}
