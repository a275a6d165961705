package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.reading.Reference;
import dev.byline.story.SavedRevision;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A revision of an article as editors get it.
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "Revision",
        description =
                "What one save left of an article. It never changes, but for its live range, and an autosave gives way to the next.")
record RevisionView(
        @JsonUnwrapped SavedRevision saved, List<Reference> authors, List<Reference> tags) {}
