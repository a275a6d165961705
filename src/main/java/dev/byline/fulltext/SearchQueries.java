package dev.byline.fulltext;

import dev.byline.analysis.Analyzer;
import dev.byline.analysis.Sequence;
import dev.byline.analysis.Stemming;
import dev.byline.list.SearchTerms;
import dev.byline.list.SearchTerms.Term;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes of what somebody typed what PostgreSQL searches for. Every word is read by the rules of
/// each language that articles are in.
@Singleton
public class SearchQueries {
    /// Skips from one stemming to the next in the index. What readers' words are read by must not
    /// tell of languages that only drafts are in.
    private static final String STEMMINGS =
            """
            with recursive step (stemming) as (
                (select stemming from search_document order by stemming limit 1)
                union all
                select (select d.stemming from search_document d where d.stemming > step.stemming
                    order by d.stemming limit 1)
                from step where step.stemming is not null)
            select s.stemming from step s
            where s.stemming is not null and exists (
                select from search_document d where d.stemming = s.stemming and""";

    private final Reads reads;

    SearchQueries(Reads reads) {
        this.reads = reads;
    }

    /// @param language that all hits are in, or null
    public Search of(String q, String language, Viewpoint viewpoint) {
        var terms = SearchTerms.of(q);
        return of(terms, q, stemmings(language, viewpoint));
    }

    private List<Stemming> stemmings(String language, Viewpoint viewpoint) {
        var sql =
                Sql.of(STEMMINGS)
                        .then(
                                viewpoint.seesDrafts()
                                        ? Sql.of(" true")
                                        : Sql.of(" not d.trashed and ").then(viewpoint.isLive("d")))
                        .then(")")
                        .then(
                                language == null
                                        ? Sql.NOTHING
                                        : Sql.of(
                                                " and s.stemming = ?",
                                                Stemming.of(language).label()))
                        .then(" order by s.stemming");
        return reads.all(sql, row -> Stemming.named(row.getString("stemming")));
    }

    public static Search of(SearchTerms terms, String q, List<Stemming> stemmings) {
        var readings =
                stemmings.stream()
                        .map(stemming -> StemmedTerms.of(terms, new Analyzer(stemming)))
                        .toList();
        var ranked = any(readings.stream().map(StemmedTerms::tsquery));
        var excluded = any(readings.stream().map(StemmedTerms::excluded));
        var wanted =
                ranked.isEmpty() || excluded.isEmpty()
                        ? ranked
                        : "(%s) & !(%s)".formatted(ranked, excluded);
        return new Search(
                terms,
                wanted,
                ranked,
                marked(readings),
                new SearchInterpretation(q, ignored(readings), null, null));
    }

    private static String any(Stream<String> queries) {
        return queries.filter(query -> !query.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static List<Sequence> marked(List<StemmedTerms> readings) {
        return readings.stream().flatMap(reading -> reading.found().stream()).distinct().toList();
    }

    /// What is not looked for in the articles of one language or another.
    private static List<String> ignored(Collection<StemmedTerms> readings) {
        var ignored = new LinkedHashSet<String>();
        readings.forEach(
                reading -> reading.ignored().stream().map(Term::toString).forEach(ignored::add));
        return List.copyOf(ignored);
    }

    /// The same search with every word that finds nothing for this caller replaced by the nearest
    /// that does; empty where there is none to replace, or none near.
    public Optional<Search> corrected(Search search, String language, Viewpoint viewpoint) {
        return new SpellingCorrection(reads, search, stemmings(language, viewpoint), viewpoint)
                .corrected();
    }
}
