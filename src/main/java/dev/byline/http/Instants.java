package dev.byline.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants as RFC 3339 writes them, between the years 1 and 9999, to the microsecond that
/// PostgreSQL keeps.
public final class Instants {
    private Instants() {}

    public static Optional<Instant> parse(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999 ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// An instant, or a date for the midnight in UTC with which it begins.
    public static Optional<Instant> parseOrDate(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? parse(text + "T00:00:00Z") : parse(text);
    }
}
