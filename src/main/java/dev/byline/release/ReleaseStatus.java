package dev.byline.release;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a release stands.
enum ReleaseStatus {
    /// Nothing of it is planned.
    @JsonProperty("open")
    OPEN,
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("out")
    OUT
}
