package dev.byline.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.*;

/// By which rules the words of a language are told to be forms of each other: those of Snowball,
/// or none. `search_document.stemming` holds the name in small letters.
public enum Stemming {
    SIMPLE(null, null),
    ARABIC("ar", ArabicStemmer::new, "ar/stopwords"),
    ARMENIAN("hy", ArmenianStemmer::new, "hy/stopwords"),
    BASQUE("eu", BasqueStemmer::new, "eu/stopwords"),
    CATALAN("ca", CatalanStemmer::new, "ca/stopwords"),
    DANISH("da", DanishStemmer::new),
    DUTCH("nl", DutchStemmer::new),
    ENGLISH("en", EnglishStemmer::new),
    FINNISH("fi", FinnishStemmer::new),
    FRENCH("fr", FrenchStemmer::new),
    GERMAN("de", GermanStemmer::new),
    GREEK("el", GreekStemmer::new, "el/stopwords"),
    HINDI("hi", HindiStemmer::new, "hi/stopwords"),
    HUNGARIAN("hu", HungarianStemmer::new),
    INDONESIAN("id", IndonesianStemmer::new),
    IRISH("ga", IrishStemmer::new),
    ITALIAN("it", ItalianStemmer::new),
    LITHUANIAN("lt", LithuanianStemmer::new, "lt/stopwords"),
    NEPALI("ne", NepaliStemmer::new, "ne/stopwords"),
    NORWEGIAN("no nb nn", NorwegianStemmer::new),
    PORTUGUESE("pt", PortugueseStemmer::new),
    ROMANIAN("ro", RomanianStemmer::new, "ro/stopwords"),
    RUSSIAN("ru", RussianStemmer::new),
    SERBIAN("sr", SerbianStemmer::new, "sr/stopwords"),
    SPANISH("es", SpanishStemmer::new),
    SWEDISH("sv", SwedishStemmer::new),
    TAMIL("ta", TamilStemmer::new, "ta/stopwords"),
    TURKISH("tr", TurkishStemmer::new, "tr/stopwords"),
    YIDDISH("yi", YiddishStemmer::new, null);

    private static final int ASCII = 128;

    private static final Map<String, Stemming> BY_LANGUAGE =
            Arrays.stream(values())
                    .filter(stemming -> stemming != SIMPLE)
                    .flatMap(
                            one ->
                                    Arrays.stream(one.languages.split(" "))
                                            .map(l -> Map.entry(l, one)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String languages;
    private final Supplier<SnowballStemmer> rules;
    private final StopWords stopWords;

    Stemming(String languages, Supplier<SnowballStemmer> rules) {
        this.languages = languages;
        this.rules = rules;
        this.stopWords = new StopWords(rules == null ? null : "snowball/" + label() + "_stop");
    }

    Stemming(String languages, Supplier<SnowballStemmer> rules, String stopWords) {
        this.languages = languages;
        this.rules = rules;
        this.stopWords = new StopWords(stopWords);
    }

    /// @param language a tag of BCP 47
    public static Stemming of(String language) {
        var end = language.indexOf('-');
        var primary = end < 0 ? language : language.substring(0, end);
        return BY_LANGUAGE.getOrDefault(primary.toLowerCase(Locale.ROOT), SIMPLE);
    }

    /// As `search_document.stemming` names it.
    public static Stemming named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word without its ending; for one thread, as Snowball's programs are.
    Function<String, String> stemmer() {
        if (rules == null) {
            return word -> word;
        }
        var own = rules.get();
        var ofLatin = isOfLatin() ? own : new EnglishStemmer();
        return word -> stem(word.charAt(0) < ASCII ? ofLatin : own, word);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        var stem = stemmer.getCurrent();
        return stem.isEmpty() ? word : stem;
    }

    Set<String> stopWords() {
        return stopWords.all();
    }

    /// Whether its forms begin alike.
    boolean keepsBeginnings() {
        return this != INDONESIAN && this != IRISH;
    }

    /// In texts of the others, words of Latin letters are English more often than not.
    private boolean isOfLatin() {
        return switch (this) {
            case ARABIC, ARMENIAN, GREEK, HINDI, NEPALI, RUSSIAN, TAMIL, YIDDISH -> false;
            default -> true;
        };
    }
}
