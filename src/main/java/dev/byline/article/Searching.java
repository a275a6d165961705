package dev.byline.article;

import dev.byline.article.SearchTerms.Kind;
import dev.byline.article.SearchTerms.Term;
import dev.byline.query.Reads;
import dev.byline.query.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes of what somebody typed what PostgreSQL searches for. Every word is read by the rules of
/// each language that articles are in, by PostgreSQL itself: no text of a request ever becomes
/// part of a tsquery but as lexemes that PostgreSQL wrote down.
@Singleton
class Searching {
    /// Skips from one stemming to the next in the index. What readers' words are read by must not
    /// tell of languages that only drafts are in.
    private static final String LANGUAGES =
            """
            with recursive step (stemming) as (
                (select stemming from search_document order by stemming limit 1)
                union all
                select (select d.stemming from search_document d where d.stemming > step.stemming
                    order by d.stemming limit 1)
                from step where step.stemming is not null)
            select s.stemming, t.place,
                case t.kind when 'PHRASE' then phraseto_tsquery(c.name::regconfig, search_text(t.text))
                    else plainto_tsquery(c.name::regconfig, search_text(t.text)) end::text as lexemes,
                case t.kind when 'PREFIX' then plainto_tsquery('byline_simple', search_text(t.text))::text
                    else '' end as unstemmed
            from step s cross join lateral (select 'byline_' || s.stemming) c (name)
                cross join unnest(?::text[], ?::text[]) with ordinality t (kind, text, place)
            where s.stemming is not null and exists (
                select from search_document d where d.stemming = s.stemming and""";

    private static final String LIVE = " not d.trashed and " + Viewpoint.liveNow("d") + ")";

    private final Reads reads;

    Searching(Reads reads) {
        this.reads = reads;
    }

    /// @param language that all hits are in, or null
    Search of(String q, String language, Viewpoint viewpoint) {
        return of(SearchTerms.of(q), q, language, viewpoint);
    }

    Search of(SearchTerms terms, String q, String language, Viewpoint viewpoint) {
        var readings = new TreeMap<String, Reading>();
        reads.all(
                languages(terms, language, viewpoint),
                row -> {
                    var term = terms.terms().get(row.getInt("place") - 1);
                    var lexemes = row.getString("lexemes");
                    readings.computeIfAbsent(row.getString("stemming"), _ -> new Reading())
                            .add(term, Reading.lexemes(term, lexemes, row.getString("unstemmed")));
                    return null;
                });
        var found = distinct(readings.values().stream().map(Reading::all).toList());
        var excluded =
                distinct(readings.values().stream().flatMap(r -> r.excluded.stream()).toList());
        var ignored = ignored(terms, readings.values());
        var ranked = String.join(" | ", found);
        var wanted =
                ranked.isEmpty() || excluded.isEmpty()
                        ? ranked
                        : "(%s) & !(%s)".formatted(ranked, String.join(" | ", excluded));
        return new Search(
                terms, wanted, ranked, !excluded.isEmpty(), new Understood(q, ignored, null, null));
    }

    private static Sql languages(SearchTerms terms, String language, Viewpoint viewpoint) {
        var kinds = terms.terms().stream().map(term -> term.kind().name()).toArray(String[]::new);
        var texts = terms.terms().stream().map(Term::text).toArray(String[]::new);
        return Sql.of(LANGUAGES, kinds, texts)
                .then(viewpoint.mayEdit() ? Sql.of(" true)") : Sql.of(LIVE))
                .then(
                        language == null
                                ? Sql.NOTHING
                                : Sql.of(" and s.stemming = search_stemming(?)", language))
                .then(" order by s.stemming, t.place");
    }

    private static List<String> ignored(SearchTerms terms, Iterable<Reading> readings) {
        var known = new LinkedHashSet<Term>();
        readings.forEach(reading -> known.addAll(reading.known));
        return !readings.iterator().hasNext()
                ? List.of()
                : terms.terms().stream()
                        .filter(term -> !known.contains(term))
                        .map(Term::toString)
                        .distinct()
                        .toList();
    }

    private static Set<String> distinct(List<String> queries) {
        return queries.stream()
                .filter(query -> !query.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The terms as one language reads them. What it takes for a stop word is not looked for.
    private static final class Reading {
        private final List<String> found = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private final Set<Term> known = new LinkedHashSet<>();

        void add(Term term, String lexemes) {
            if (!lexemes.isEmpty()) {
                known.add(term);
                (term.excluded() ? excluded : found).add("(" + lexemes + ")");
            }
        }

        String all() {
            return found.isEmpty() ? "" : "(" + String.join(" & ", found) + ")";
        }

        static String lexemes(Term term, String stemmed, String unstemmed) {
            return term.kind() != Kind.PREFIX || unstemmed.isEmpty()
                    ? stemmed
                    : stemmed.isEmpty() || stemmed.equals(unstemmed)
                            ? unstemmed + ":*"
                            : stemmed + ":* | " + unstemmed + ":*";
        }
    }

    /// The same search with every word that finds nothing for this caller replaced by the nearest
    /// that does; empty where there is none to replace, or none near.
    Optional<Search> corrected(Search search, String language, Viewpoint viewpoint) {
        return new Correction(this, reads, search, language, viewpoint).corrected();
    }
}
