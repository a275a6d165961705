package bench;

import java.util.Random;
import java.util.random.RandomGenerator;

/// Words that nobody ever wrote, as often as words are: the word of rank r is drawn in
/// proportion to r^-1.05 (Zipf's law, with the exponent of newspapers). Made of syllables such
/// as `ka`; the stemmer of a language takes an end off some of them.
final class Vocabulary {
    static final int SIZE = 600_000;

    private static final double EXPONENT = 1.05;
    private static final String[] SYLLABLES = syllables();

    /// How many ranks have words of at most so many syllables.
    private static final int[] RANKS_OF_LENGTH = {0, 60, 1_500, 20_000, SIZE};

    private final String[] words = new String[SIZE];
    private final double first;
    private final double last;

    Vocabulary() {
        for (int rank = 0; rank < SIZE; rank++) {
            words[rank] = word(rank);
        }
        first = integral(1.5) - 1;
        last = integral(SIZE + 0.5);
    }

    private static String[] syllables() {
        return "bdfgklmnprtvz"
                .chars()
                .boxed()
                .flatMap(c -> "aeiou".chars().mapToObj(v -> "" + (char) c.intValue() + (char) v))
                .toArray(String[]::new);
    }

    private static String word(int rank) {
        int length = 1;
        while (rank >= RANKS_OF_LENGTH[length]) {
            length++;
        }
        long possible = (long) Math.pow(SYLLABLES.length, length);
        // A step without a common divisor meets each number once, and neighbours far apart
        long number = (rank - RANKS_OF_LENGTH[length - 1]) * 7_654_321L % possible;
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(SYLLABLES[(int) (number % SYLLABLES.length)]);
            number /= SYLLABLES.length;
        }
        return word.toString();
    }

    String word(RandomGenerator random) {
        return words[rank(random)];
    }

    String at(int rank) {
        return words[rank];
    }

    /// Hörmann and Derflinger, Rejection-inversion to generate variates from monotone discrete
    /// distributions (ACM TOMACS 6, 1996).
    int rank(RandomGenerator random) {
        while (true) {
            double area = last + random.nextDouble() * (first - last);
            double x = inverse(area);
            int k = (int) Math.clamp(x + 0.5, 1, SIZE);
            if (area >= integral(k + 0.5) - Math.pow(k, -EXPONENT)) {
                return k - 1;
            }
        }
    }

    private static double integral(double x) {
        return (Math.pow(x, 1 - EXPONENT) - 1) / (1 - EXPONENT);
    }

    private static double inverse(double area) {
        return Math.pow(1 + area * (1 - EXPONENT), 1 / (1 - EXPONENT));
    }

    /// The word with the letter in its middle doubled. As consonants and vowels take turns in
    /// every word, this is none.
    static String misspelt(String word) {
        int middle = word.length() / 2;
        return word.substring(0, middle) + word.substring(middle - 1);
    }

    /// A generator that gives the same for the same numbers, on every machine.
    static Random random(long kind, long number) {
        return new Random(kind * 0x9E37_79B9_7F4A_7C15L + number * 0xBF58_476D_1CE4_E5B9L);
    }
}
