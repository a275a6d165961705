package dev.byline.importer.folder;

import dev.byline.importer.report.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/// An instant of publication as front matter writes it: `2014-01-09 1:44:28 -0400`, RFC 3339,
/// or a mere day. Where it names no offset it is UTC, as Hugo has it.
public record PublicationDate(Instant instant, boolean hasOffset) {
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-M-d[['T'][' ']H:mm[:ss]")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern("][' '][XXX][XX][X]")
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    public static PublicationDate parse(String text) throws Refusal {
        try {
            var form = text.strip().replaceAll("\\s+", " ").toUpperCase(java.util.Locale.ROOT);
            var found =
                    FORM.parseBest(
                            form, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (found) {
                case OffsetDateTime time -> new PublicationDate(time.toInstant(), true);
                case LocalDateTime time -> utc(time);
                case LocalDate day -> utc(day.atStartOfDay());
                default -> throw new IllegalStateException(found.toString());
            };
        } catch (DateTimeException _) {
            throw new Refusal("date is not one that can be read: " + text);
        }
    }

    private static PublicationDate utc(LocalDateTime time) {
        return new PublicationDate(time.toInstant(ZoneOffset.UTC), false);
    }
}
