package dev.byline.identity;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.UNAUTHENTICATED;

import dev.byline.http.ProblemType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.BiFunction;

/// Who may ask for something, such as a field: the same who may read it. Each is part of those
/// before it.
public enum Audience {
    EVERYONE,
    MODERATORS,
    EDITORS,
    ADMINISTRATORS;

    /// The closest to which the caller belongs.
    public static Audience of(Caller caller) {
        return Arrays.stream(values())
                .filter(audience -> audience.has(caller))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Whether who is of this one is of the other as well.
    public boolean holds(Audience other) {
        return compareTo(other) >= 0;
    }

    /// Those who are of both.
    public Audience and(Audience other) {
        return holds(other) ? this : other;
    }

    /// Its name in the document.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEverybody() {
        return this == EVERYONE;
    }

    public boolean has(Caller caller) {
        return switch (this) {
            case EVERYONE -> true;
            case MODERATORS -> caller.mayModerate();
            case EDITORS -> caller.mayEdit();
            case ADMINISTRATORS -> caller.mayAdminister();
        };
    }

    /// Refuses others: 401 without a token, 403 with one. Decided by the caller alone, before
    /// anything is read.
    ///
    /// @param what such as `view=newest`
    public void demand(Caller caller, String what) {
        demand(caller, what, ProblemType::because);
    }

    /// Likewise, with an exception of the room's own.
    public void demand(
            Caller caller,
            String what,
            BiFunction<ProblemType, String, ? extends RuntimeException> refusal) {
        if (!has(caller)) {
            var sentence = "%s is for %s".formatted(what, text());
            throw caller.isAnonymous()
                    ? refusal.apply(UNAUTHENTICATED, sentence + ": send a token.")
                    : refusal.apply(FORBIDDEN, sentence + ".");
        }
    }
}
