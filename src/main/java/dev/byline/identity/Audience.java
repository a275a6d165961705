package dev.byline.identity;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.UNAUTHENTICATED;
import static dev.byline.identity.Permission.ACCOUNTS_MANAGE;
import static dev.byline.identity.Permission.COMMENTS_MODERATE;
import static dev.byline.identity.Permission.DRAFTS_READ;

import dev.byline.http.ProblemType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/// Who may ask for something, such as a field: the same who may read it. But for everybody, none
/// is part of another: an editor is of several.
public enum Audience {
    EVERYONE(null, "everyone"),
    MODERATORS(COMMENTS_MODERATE, "moderators"),

    /// Whoever may read drafts.
    NEWSROOM(DRAFTS_READ, "the newsroom"),
    ADMINISTRATORS(ACCOUNTS_MANAGE, "administrators");

    private final Permission permission;
    private final String people;

    Audience(Permission permission, String people) {
        this.permission = permission;
        this.people = people;
    }

    /// All to which the caller belongs.
    public static Set<Audience> of(Caller caller) {
        var all = EnumSet.allOf(Audience.class);
        all.removeIf(audience -> !audience.has(caller));
        return all;
    }

    /// What it sees: its own, and everybody's.
    public Set<Audience> andEveryone() {
        return EnumSet.of(EVERYONE, this);
    }

    /// Who may see what is within something for one, and for the other itself.
    public Audience within(Audience outer) {
        if (outer.isEverybody() || outer == this) {
            return this;
        }
        if (isEverybody()) {
            return outer;
        }
        throw new IllegalArgumentException(
                "Nothing can be for %s within what is for %s".formatted(people, outer.people));
    }

    /// Its name for programs.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it is called in a sentence.
    public String people() {
        return people;
    }

    public boolean isEverybody() {
        return this == EVERYONE;
    }

    public boolean has(Caller caller) {
        return permission == null || caller.may(permission);
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
            var sentence = "%s is for %s".formatted(what, people);
            throw caller.isReader()
                    ? refusal.apply(UNAUTHENTICATED, sentence + ": send a token.")
                    : refusal.apply(FORBIDDEN, sentence + ".");
        }
    }
}
