package dev.byline.http;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a client says of media types (RFC 9110, 12.5.1), and whether JSON is among them.
///
/// @param takesJson by the range that names it most closely
/// @param isClear whether each weight is a number from 0 to 1
public record Accept(boolean takesJson, boolean isClear) {
    private static final Accept ANYTHING = new Accept(true, true);
    private static final ParsedHeaders<Accept> KNOWN = new ParsedHeaders<>(Accept::parse);

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

    private static Accept parse(String header) {
        var closest = -1;
        var weight = header.isBlank() ? 1.0 : 0.0;
        for (var range : header.toLowerCase(Locale.ROOT).split(",")) {
            var parts = range.split(";");
            var closeness = closeness(parts);
            var asked = weight(parts);
            if (asked.isEmpty()) {
                return new Accept(false, false);
            }
            if (closeness == closest) {
                weight = Math.max(weight, asked.getAsDouble());
            } else if (closeness > closest) {
                closest = closeness;
                weight = asked.getAsDouble();
            }
        }
        return new Accept(weight > 0, true);
    }

    /// How closely it names JSON, or -2 where it names something else.
    private static int closeness(String[] parts) {
        return switch (parts.length == 0 ? "" : parts[0].strip()) {
            case "application/json" -> 2;
            case "application/*" -> 1;
            case "*/*" -> 0;
            default -> -2;
        };
    }

    private static OptionalDouble weight(String[] parts) {
        for (var index = 1; index < parts.length; index++) {
            var parameter = parts[index].strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return OptionalDouble.of(1);
    }

    private static OptionalDouble number(String text) {
        try {
            var weight = Double.parseDouble(text);
            return weight >= 0 && weight <= 1 ? OptionalDouble.of(weight) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
