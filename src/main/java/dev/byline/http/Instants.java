package dev.byline.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instants as RFC 3339 writes them, between the years 1 and 9999, with any offset. Of a fraction
/// of a second the microseconds count, which PostgreSQL keeps. A leap second is the second after
/// it, as everywhere where a day has 86,400 (POSIX): it stands at the end of a month in UTC alone.
public final class Instants {
    /// With more years than RFC 3339 has.
    private static final Pattern INSTANT =
            Pattern.compile(
                    "([+-]?[0-9]{4,9})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
                            + "(?:Z|([+-])([0-9]{2}):([0-9]{2}))",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE = Pattern.compile("[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private static final int LEAP_SECOND = 60;
    private static final int MICROS = 6;

    private Instants() {}

    /// Empty for what is none, and for what is beyond the years.
    public static Optional<Instant> parse(String text) {
        var parts = INSTANT.matcher(text);
        return parts.matches() && YEAR.matcher(parts.group(1)).matches()
                ? instant(parts).filter(Instants::isWithinYears)
                : Optional.empty();
    }

    /// An instant, or a date for the midnight in UTC with which it begins.
    public static Optional<Instant> parseOrDate(String text) {
        return parse(midnight(text));
    }

    /// Whether it is an instant, or a date, that only its year keeps from being taken.
    public static boolean isBeyondYears(String text) {
        var parts = INSTANT.matcher(midnight(text));
        return parts.matches()
                && instant(parts).filter(instant -> !isWithinYears(instant)).isPresent();
    }

    /// Why it is no instant, as a sentence.
    ///
    /// @param name of what it is the value of
    public static String fault(String name, String text) {
        return fault(name, text, "an instant of RFC 3339, such as 2026-11-24T08:00:00Z");
    }

    /// Likewise where a date will do.
    public static String faultOfDate(String name, String text) {
        return fault(
                name,
                text,
                "an instant such as 2026-11-24T08:00:00Z, or a date such as 2026-11-24");
    }

    private static String fault(String name, String text, String expected) {
        var rule = rule(text).orElse("must be " + expected);
        return "%s %s.".formatted(name, rule);
    }

    /// The rule that keeps what looks like an instant from being one.
    public static Optional<String> rule(String text) {
        if (isBeyondYears(text)) {
            return Optional.of("must be in the years 0001 to 9999");
        }
        return isFalseLeapSecond(text)
                ? Optional.of("must not have a second 60 but at the end of a month in UTC")
                : Optional.empty();
    }

    private static boolean isFalseLeapSecond(String text) {
        var parts = INSTANT.matcher(text);
        return parts.matches()
                && number(parts, 6) == LEAP_SECOND
                && parse(text.substring(0, parts.start(6)) + "59" + text.substring(parts.end(6)))
                        .isPresent();
    }

    private static String midnight(String text) {
        return DATE.matcher(text).matches() ? text + "T00:00:00Z" : text;
    }

    private static Optional<Instant> instant(Matcher parts) {
        try {
            var isLeap = number(parts, 6) == LEAP_SECOND;
            var second =
                    LocalDateTime.of(
                                    number(parts, 1),
                                    number(parts, 2),
                                    number(parts, 3),
                                    number(parts, 4),
                                    number(parts, 5),
                                    isLeap ? LEAP_SECOND - 1 : number(parts, 6))
                            .toInstant(ZoneOffset.UTC)
                            .minus(offset(parts))
                            .plusSeconds(isLeap ? 1 : 0);
            return isLeap && !beginsMonth(second)
                    ? Optional.empty()
                    : Optional.of(second.plus(fraction(parts)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /// RFC 3339 has offsets up to 23:59; Java's own end at 18 hours.
    private static Duration offset(Matcher parts) {
        if (parts.group(8) == null) {
            return Duration.ZERO;
        }
        if (number(parts, 9) > 23 || number(parts, 10) > 59) {
            throw new DateTimeException("no offset");
        }
        var offset = Duration.ofHours(number(parts, 9)).plusMinutes(number(parts, 10));
        return parts.group(8).equals("-") ? offset.negated() : offset;
    }

    private static Duration fraction(Matcher parts) {
        if (parts.group(7) == null) {
            return Duration.ZERO;
        }
        var micros = (parts.group(7) + "0".repeat(MICROS)).substring(0, MICROS);
        return Duration.ofNanos(Long.parseLong(micros) * 1_000);
    }

    private static boolean beginsMonth(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        return time.getDayOfMonth() == 1 && time.toLocalTime().toSecondOfDay() == 0;
    }

    private static boolean isWithinYears(Instant instant) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
