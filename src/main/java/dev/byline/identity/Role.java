package dev.byline.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The role of an account, each holding those before it.
public enum Role {
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("editor")
    EDITOR,
    @JsonProperty("admin")
    ADMIN;

    /// Whether it may do what the other may.
    public boolean holds(Role other) {
        return compareTo(other) >= 0;
    }

    /// Its name and the names of all it implies, as [Roles] has them.
    Set<String> names() {
        return Arrays.stream(values())
                .filter(this::holds)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
