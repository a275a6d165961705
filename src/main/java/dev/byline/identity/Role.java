package dev.byline.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// The role of an account. What each may do says [Permission].
public enum Role {
    @JsonProperty("viewer")
    VIEWER,
    @JsonProperty("contributor")
    CONTRIBUTOR,
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("editor")
    EDITOR,
    @JsonProperty("admin")
    ADMIN;

    /// Its name in the API.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
