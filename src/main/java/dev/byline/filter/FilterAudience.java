package dev.byline.filter;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.UNAUTHENTICATED;

import dev.byline.identity.Caller;
import java.util.Locale;

/// Who may ask for a field: the same who may read it.
public enum FilterAudience {
    EVERYONE,
    MODERATORS,
    EDITORS;

    /// Its name in the document.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEverybody() {
        return this == EVERYONE;
    }

    private boolean has(Caller caller) {
        return switch (this) {
            case EVERYONE -> true;
            case MODERATORS -> caller.mayModerate();
            case EDITORS -> caller.mayEdit();
        };
    }

    /// Decided by the caller alone, before anything is read.
    void demand(Caller caller, String field, int place) {
        if (!has(caller)) {
            var what = "%s is for %s".formatted(field, text());
            throw caller.isAnonymous()
                    ? FilterFault.at(
                            UNAUTHENTICATED, place, "forbidden-field", what + ": send a token.")
                    : FilterFault.at(FORBIDDEN, place, "forbidden-field", what + ".");
        }
    }
}
