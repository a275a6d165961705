package dev.byline.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The language in which a body is written.
public enum BodyFormat {
    @JsonProperty("markdown")
    MARKDOWN,
    @JsonProperty("html")
    HTML
}
