package dev.byline.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The texts in which a note can have its place.
enum NoteField {
    @JsonProperty("title")
    TITLE("title"),
    @JsonProperty("subtitle")
    SUBTITLE("subtitle"),
    @JsonProperty("summary")
    SUMMARY("summary"),
    @JsonProperty("body")
    BODY("body");

    final String column;

    NoteField(String column) {
        this.column = column;
    }
}
