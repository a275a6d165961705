package dev.byline.tag;

import static dev.byline.http.ProblemType.SLUG_TAKEN;

import dev.byline.sql.ConstraintProblem;
import dev.byline.term.Term;
import jakarta.persistence.Entity;

/// A topic.
@ConstraintProblem(
        constraint = "tag_slug_unique",
        type = SLUG_TAKEN,
        detail = "Another one has this slug.")
@Entity
public class Tag extends Term<TagInput> {
    String description;

    protected Tag() {}

    @Override
    protected void take(TagInput input) {
        this.description = input.description();
    }
}
