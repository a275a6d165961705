package dev.byline.http;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a client says of media types (RFC 9110, 12.5.1).
///
/// @param taken those of [MediaTypes] that it takes, the best first
/// @param isClear whether each weight is a number from 0 to 1
public record Accept(List<Range> ranges, List<String> taken, boolean isClear) {
    private static final String ANY = "*/*";
    private static final Accept ANYTHING = of(List.of(new Range(ANY, 1)));
    private static final Accept UNCLEAR = new Accept(List.of(), List.of(), false);
    private static final ParsedHeaders<Accept> KNOWN = new ParsedHeaders<>(Accept::parse);

    /// What stands in quotes in a parameter separates nothing.
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    record Range(String type, double weight) {
        static Range of(String text) {
            var parts = text.split(";");
            return new Range(parts.length == 0 ? "" : parts[0].strip(), weight(parts));
        }

        private static double weight(String[] parts) {
            return Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.startsWith("q="))
                    .findFirst()
                    .map(parameter -> number(parameter.substring(2)))
                    .orElse(1.0);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException _) {
                return Double.NaN;
            }
        }

        boolean isClear() {
            return weight >= 0 && weight <= 1;
        }

        /// How closely it names a type: 2 by its name, 1 by its kind, 0 as any; -1 where not.
        int closeness(String other) {
            if (type.equals(other)) {
                return 2;
            }
            if (type.equals(ANY)) {
                return 0;
            }
            return type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1))
                    ? 1
                    : -1;
        }
    }

    /// How gladly a type is taken: by the range that names it most closely, and of two that do so
    /// alike by the heavier one.
    private record Liking(double weight, int closeness) {
        private static final Liking NONE = new Liking(0, -1);

        Liking or(double weight, int closeness) {
            return closeness > this.closeness || closeness == this.closeness && weight > this.weight
                    ? new Liking(weight, closeness)
                    : this;
        }

        boolean exceeds(Liking other) {
            return weight > other.weight
                    || weight == other.weight && weight > 0 && closeness > other.closeness;
        }
    }

    /// All lines of a header that is a list, as one (RFC 9110, 5.3).
    public static String joined(MultiMap headers, CharSequence name) {
        var first = headers.get(name);
        if (first == null) {
            return null;
        }
        var all = headers.getAll(name);
        return all.size() == 1 ? first : String.join(",", all);
    }

    public static Accept of(String header) {
        if (header == null || header.equals(ANY)) {
            return ANYTHING;
        }
        return KNOWN.of(header);
    }

    private static Accept of(List<Range> ranges) {
        var all = new Accept(ranges, List.of(), true);
        var taken = new ArrayList<String>();
        var left = new ArrayList<>(MediaTypes.ALL);
        for (var best = all.choose(left); best != null; best = all.choose(left)) {
            taken.add(best);
            left.remove(best);
        }
        return new Accept(ranges, List.copyOf(taken), true);
    }

    /// Of those that are offered the best, or null where it takes none. Of several that it takes
    /// alike it is the one that it names most closely, and then the first.
    public String choose(List<String> offered) {
        String best = null;
        var liking = Liking.NONE;
        for (var type : offered) {
            var other = liking(type);
            if (other.exceeds(liking)) {
                best = type;
                liking = other;
            }
        }
        return best;
    }

    private Liking liking(String type) {
        var liking = Liking.NONE;
        for (var range : ranges) {
            var closeness = range.closeness(type);
            if (closeness >= 0) {
                liking = liking.or(range.weight, closeness);
            }
        }
        return liking;
    }

    private static Accept parse(String header) {
        if (header.isBlank()) {
            return ANYTHING;
        }
        var unquoted = QUOTED.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("");
        var ranges = Arrays.stream(unquoted.split(",")).map(Range::of).toList();
        return ranges.stream().allMatch(Range::isClear) ? of(ranges) : UNCLEAR;
    }
}
