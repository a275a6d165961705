package dev.byline.text;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean …?": the known name closest to the one asked for.
public final class Nearest {
    private Nearest() {}

    /// The known name that takes the fewest slips of the finger to reach, if they are few enough:
    /// one for every three letters of the known name, and one at least. Case does not count.
    public static Optional<String> of(String asked, Collection<String> known) {
        return known.stream()
                .map(name -> new Candidate(name, distance(asked, name)))
                .filter(candidate -> candidate.distance <= slips(candidate.name))
                .min(comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static int slips(String name) {
        return Math.max(1, name.length() / 3);
    }

    /// A difference in length is a lower bound of the distance, so a long question costs nothing.
    private static int distance(String asked, String name) {
        return Math.abs(asked.length() - name.length()) > slips(name)
                ? Integer.MAX_VALUE
                : alignment(asked.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /// The optimal string alignment distance: insert, delete, replace, or swap two neighbours.
    private static int alignment(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(
                                d[i - 1][j - 1] + replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (swapped(a, i, b, j)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
