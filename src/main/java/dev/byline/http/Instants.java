package dev.byline.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Instants as RFC 3339 writes them, between the years 1 and 9999, to the microsecond that
/// PostgreSQL keeps.
public final class Instants {
    /// ISO 8601 allows more, such as a time without seconds.
    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})",
                    Pattern.CASE_INSENSITIVE);

    /// Without 24:00 and the 30th of February.
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    /// What ISO 8601 has beyond RFC 3339: the years before 1 and after 9999.
    private static final Pattern FAR_YEAR = Pattern.compile("[+-]?\\d{4,9}-\\d{2}-\\d{2}T.{9,30}");

    private static final Pattern UNSIGNED_LONG_YEAR = Pattern.compile("\\d{5,9}-.*");

    private Instants() {}

    /// Whether it is an instant that only its year keeps from being taken.
    public static boolean isBeyondYears(String text) {
        if (!FAR_YEAR.matcher(text).matches() || parse(text).isPresent()) {
            return false;
        }
        try {
            var signed = UNSIGNED_LONG_YEAR.matcher(text).matches() ? "+" + text : text;
            return !isWithinYears(OffsetDateTime.parse(signed, FORMAT).toInstant());
        } catch (DateTimeException _) {
            return false;
        }
    }

    public static Optional<Instant> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var instant =
                    OffsetDateTime.parse(text, FORMAT).toInstant().truncatedTo(ChronoUnit.MICROS);
            return isWithinYears(instant) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isWithinYears(Instant instant) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    /// An instant, or a date for the midnight in UTC with which it begins.
    public static Optional<Instant> parseOrDate(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? parse(text + "T00:00:00Z") : parse(text);
    }
}
