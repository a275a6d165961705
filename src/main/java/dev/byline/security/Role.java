package dev.byline.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The role of an account, each holding those before it.
enum Role {
    MODERATOR,
    EDITOR,
    ADMIN;

    /// Its name and the names of all it implies, as [Roles] has them.
    Set<String> names() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
