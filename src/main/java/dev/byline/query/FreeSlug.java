package dev.byline.query;

import dev.byline.text.Slugs;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;

/// Finds a slug for what was given none: its title's, or with a number behind it where that is
/// taken.
public final class FreeSlug {
    private static final int ROOM_FOR_NUMBER = 190;

    private FreeSlug() {}

    /// @param substitute for a title of which nothing is left, such as `article`
    public static String of(
            Session session, String title, String substitute, Predicate<String> taken) {
        var slug = Slugs.from(title);
        var base = Slugs.isValid(slug) ? slug : substitute;
        lock(session, base);
        return Stream.concat(
                        Stream.of(base),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> numbered(base, n)))
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    /// Whoever looks for the same slug waits until the first has taken it.
    private static void lock(Session session, String base) {
        session.doWork(
                connection -> {
                    var lock = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
                    try (var statement = connection.prepareStatement(lock)) {
                        statement.setString(1, base);
                        statement.execute();
                    }
                });
    }

    private static String numbered(String base, int number) {
        var head = base.length() > ROOM_FOR_NUMBER ? base.substring(0, ROOM_FOR_NUMBER) : base;
        return Slugs.from(head) + "-" + number;
    }
}
