package dev.byline.http;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a client says of media types (RFC 9110, 12.5.1).
///
/// @param taken those of [MediaTypes] that it takes, the best first
/// @param isClear whether each weight is a number from 0 to 1
public record Accept(List<String> taken, boolean isClear) {
    private static final Accept ANYTHING = new Accept(MediaTypes.ALL, true);
    private static final Accept UNCLEAR = new Accept(List.of(), false);
    private static final ParsedHeaders<Accept> KNOWN = new ParsedHeaders<>(Accept::parse);

    private record Range(String type, double weight) {
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
            if (type.equals("*/*")) {
                return 0;
            }
            return type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1))
                    ? 1
                    : -1;
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
        if (header == null || header.equals("*/*")) {
            return ANYTHING;
        }
        return KNOWN.of(header);
    }

    /// The best of those that are offered, or null.
    public String choose(List<String> offered) {
        for (var type : taken) {
            if (offered.contains(type)) {
                return type;
            }
        }
        return null;
    }

    private static Accept parse(String header) {
        if (header.isBlank()) {
            return ANYTHING;
        }
        var ranges =
                Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).map(Range::of).toList();
        return ranges.stream().allMatch(Range::isClear) ? new Accept(taken(ranges), true) : UNCLEAR;
    }

    private static List<String> taken(List<Range> ranges) {
        return MediaTypes.ALL.stream()
                .filter(type -> weight(ranges, type) > 0)
                .sorted(Comparator.comparingDouble(type -> -weight(ranges, type)))
                .toList();
    }

    /// By the range that names it most closely; of two that do so alike, by the heavier one.
    private static double weight(List<Range> ranges, String type) {
        return ranges.stream()
                .filter(range -> range.closeness(type) >= 0)
                .max(
                        Comparator.comparingInt((Range range) -> range.closeness(type))
                                .thenComparingDouble(Range::weight))
                .map(Range::weight)
                .orElse(0.0);
    }
}
