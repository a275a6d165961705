package dev.byline.fulltext;

import dev.byline.analysis.Stemming;
import dev.byline.list.SearchTerms;
import dev.byline.list.SearchTerms.Kind;
import dev.byline.list.SearchTerms.Term;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks for what a search that found nothing may have meant. The database is asked each thing
/// once: the search that comes out is often one that was tried on the way.
final class SpellingCorrection {
    /// The nearest words, of which one in four letters or so differs.
    private static final Sql SIMILAR =
            Sql.of(
                    """
                    select word from search_word
                    where word % ? and length(word) between ? and ?
                    order by similarity(word, ?) desc, word limit 20
                    """);

    private static final int SHORTEST_MISSPELT = 4;

    private final Reads reads;
    private final Search search;
    private final List<Stemming> stemmings;
    private final Viewpoint viewpoint;
    private final Map<SearchTerms, Search> searches = new HashMap<>();
    private final Map<String, Boolean> finds = new HashMap<>();

    SpellingCorrection(Reads reads, Search search, List<Stemming> stemmings, Viewpoint viewpoint) {
        this.reads = reads;
        this.search = search;
        this.stemmings = stemmings;
        this.viewpoint = viewpoint;
        searches.put(search.terms(), search);
    }

    Optional<Search> corrected() {
        var terms = search.terms().map(this::correct);
        return terms.equals(search.terms())
                ? Optional.empty()
                : Optional.of(of(terms)).filter(this::finds);
    }

    private Search of(SearchTerms terms) {
        return searches.computeIfAbsent(
                terms, _ -> SearchQueries.of(terms, search.told().q(), stemmings));
    }

    private Term correct(Term term) {
        if (term.excluded()) {
            return term;
        }
        var words = term.text().split("[\\s\\h]+");
        var kind = term.kind() == Kind.PREFIX ? Kind.PREFIX : Kind.WORD;
        var changed = false;
        for (var index = 0; index < words.length; index++) {
            var word = words[index];
            if (word.length() >= SHORTEST_MISSPELT && !isKnown(kind, word)) {
                words[index] = nearest(word).orElse(word);
                changed |= !words[index].equals(word);
            }
        }
        return changed ? new Term(term.kind(), String.join(" ", words), false) : term;
    }

    /// A stop word is looked for nowhere, so it cannot be what is wrong.
    private boolean isKnown(Kind kind, String word) {
        var alone = alone(kind, word);
        return alone.findsNothing() || finds(alone);
    }

    private Search alone(Kind kind, String word) {
        return of(new SearchTerms(List.of(new Term(kind, word, false))));
    }

    private boolean finds(Search other) {
        return !other.findsNothing() && finds.computeIfAbsent(other.wanted(), _ -> any(other));
    }

    private boolean any(Search other) {
        return viewpoint
                .hits(Sql.of("1"), other.question(false))
                .single(reads, _ -> true)
                .isPresent();
    }

    private Optional<String> nearest(String word) {
        var asked = word.toLowerCase(Locale.ROOT);
        var slips = Math.max(1, asked.length() / 3);
        var near =
                reads.all(
                        SIMILAR.then(
                                "", asked, asked.length() - slips, asked.length() + slips, asked),
                        row -> row.getString("word"));
        var candidates = new ArrayList<>(near);
        for (var best = Nearest.of(asked, candidates);
                best.isPresent();
                best = Nearest.of(asked, candidates)) {
            if (finds(alone(Kind.WORD, best.get()))) {
                return best;
            }
            candidates.remove(best.get());
        }
        return Optional.empty();
    }
}
