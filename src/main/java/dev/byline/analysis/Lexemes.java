package dev.byline.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Lexemes with their places and weights, to be written down as a tsvector. A tsvector has its
/// bounds, and what is beyond them is not in it: 256 places of a lexeme, places up to 16,383, a
/// megabyte in all.
final class Lexemes {
    private static final int MOST_PLACES = 255;
    private static final int LAST_PLACE = 16_383;
    private static final int MOST_BYTES = 900_000;

    /// Of a lexeme, beside its letters.
    private static final int HEAD = 8;

    /// Of a letter, at most.
    private static final int WIDEST = 4;

    private final Map<String, Places> all = new HashMap<>();
    private int bytes;

    static final class Places {
        private int[] places = new int[2];
        private char[] weights = new char[2];
        private int kept;
        private int times;

        int times() {
            return times;
        }

        private boolean add(int place, char weight) {
            times++;
            if (kept == MOST_PLACES
                    || kept > 0 && places[kept - 1] == place && place == LAST_PLACE) {
                return false;
            }
            if (kept == places.length) {
                places = Arrays.copyOf(places, 2 * kept);
                weights = Arrays.copyOf(weights, 2 * kept);
            }
            places[kept] = place;
            weights[kept++] = weight;
            return true;
        }
    }

    /// @param weight `A` to `D`
    void add(String lexeme, int place, char weight) {
        var places = all.get(lexeme);
        if (places == null && bytes < MOST_BYTES) {
            places = new Places();
            all.put(lexeme, places);
            bytes += HEAD + WIDEST * lexeme.length();
        }
        if (places != null
                && bytes < MOST_BYTES
                && places.add(Math.min(place, LAST_PLACE), weight)) {
            bytes += 2;
        }
    }

    /// All places of a lexeme of others, with another weight.
    void add(String lexeme, Places places, char weight) {
        for (var n = 0; n < places.kept; n++) {
            add(lexeme, places.places[n], weight);
        }
    }

    Map<String, Places> all() {
        return all;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(16 * all.size());
        all.forEach(
                (lexeme, places) -> {
                    text.append(text.isEmpty() ? "" : " ").append(quoted(lexeme));
                    for (var n = 0; n < places.kept; n++) {
                        text.append(n == 0 ? ':' : ',').append(places.places[n]);
                        if (places.weights[n] != 'D') {
                            text.append(places.weights[n]);
                        }
                    }
                });
        return text.toString();
    }

    /// As tsvectors and tsqueries have it.
    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
