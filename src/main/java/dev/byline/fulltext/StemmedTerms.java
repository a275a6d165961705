package dev.byline.fulltext;

import dev.byline.analysis.Analyzer;
import dev.byline.analysis.Sequence;
import dev.byline.list.SearchTerms;
import dev.byline.list.SearchTerms.Kind;
import dev.byline.list.SearchTerms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The terms of a search as one language reads them.
///
/// @param found what must be there
/// @param without what must not
/// @param ignored what is not looked for: stop words, and what holds no word
record StemmedTerms(List<Sequence> found, List<Sequence> without, List<Term> ignored) {

    static StemmedTerms of(SearchTerms terms, Analyzer analyzer) {
        var reading = new StemmedTerms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        terms.terms().forEach(term -> reading.add(term, analyzer));
        if (reading.found.isEmpty()) {
            reading.readTogether(analyzer);
        }
        return reading;
    }

    private void add(Term term, Analyzer analyzer) {
        var sequence = Sequence.of(term.text(), analyzer, term.kind() == Kind.PREFIX);
        sequence.ifPresentOrElse((term.excluded() ? without : found)::add, () -> ignored.add(term));
        if (sequence.isPresent() && term.kind() == Kind.PHRASE) {
            Sequence.leftOut(term.text(), analyzer).stream()
                    .map(word -> new Term(Kind.WORD, word, false))
                    .forEach(ignored::add);
        }
    }

    /// Stop words alone are looked for as they stand beside each other: `to be or not to be`.
    private void readTogether(Analyzer analyzer) {
        var wanted = ignored.stream().filter(term -> !term.excluded()).toList();
        var text = wanted.stream().map(Term::text).collect(Collectors.joining(" "));
        Sequence.of(text, analyzer, false)
                .ifPresent(
                        together -> {
                            found.add(together);
                            ignored.removeIf(
                                    term -> !term.excluded() && analyzer.hasWord(term.text()));
                        });
    }

    /// All that must be there; empty where there is nothing.
    String tsquery() {
        return joined(found, " & ", "(", ")");
    }

    String excluded() {
        return joined(without, " | ", "", "");
    }

    private static String joined(List<Sequence> all, String between, String before, String after) {
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(sequence -> "(" + sequence.tsquery() + ")")
                        .collect(Collectors.joining(between, before, after));
    }
}
