package dev.byline.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a language that nearly every text has, from Lucene's lists; read at their first
/// use. One that has an accent is none, as without it another word may be meant: French été is the
/// summer too.
final class StopWords {
    private static final String LISTS = "/org/apache/lucene/analysis/";
    private static final Pattern COMMENT = Pattern.compile("[|#].*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// What an apostrophe leaves of `don't`, `she'll`, `l'été`, `dell'arte`.
    private static final Set<String> ENGLISH =
            Set.of(
                    ("s t d ll m re ve don isn aren wasn weren hasn haven hadn doesn didn wouldn"
                                    + " shouldn couldn mustn shan")
                            .split(" "));

    private static final Set<String> ROMANCE = Set.of("c d j l m n s t qu".split(" "));

    private final String list;
    private volatile Set<String> all;

    /// @param list the name of a list, or null where there is none
    StopWords(String list) {
        this.list = list;
    }

    Set<String> all() {
        if (all == null) {
            all =
                    list == null
                            ? Set.of()
                            : Stream.concat(listed(), ofApostrophes().stream())
                                    .collect(Collectors.toUnmodifiableSet());
        }
        return all;
    }

    private Set<String> ofApostrophes() {
        return switch (list) {
            case "snowball/english_stop" -> ENGLISH;
            case "snowball/french_stop", "snowball/italian_stop", "ca/stopwords" -> ROMANCE;
            default -> Set.of();
        };
    }

    private Stream<String> listed() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                StopWords.class.getResourceAsStream(LISTS + list + ".txt"),
                                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .map(line -> COMMENT.matcher(line).replaceAll(""))
                    .flatMap(line -> Arrays.stream(BLANKS.split(line)))
                    .filter(Predicate.not(String::isEmpty))
                    .map(Folding::lower)
                    .filter(word -> Folding.fold(word).equals(word))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
