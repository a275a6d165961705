package dev.byline.author;

import static dev.byline.http.ProblemType.SLUG_TAKEN;

import dev.byline.sql.ConstraintProblem;
import dev.byline.term.Term;
import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A person with a byline. An author need not have an account.
@ConstraintProblem(
        constraint = "author_slug_unique",
        type = SLUG_TAKEN,
        detail = "Another one has this slug.")
@Entity
public class Author extends Term<AuthorInput> {
    String biography;
    String picture;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AuthorLink> links;

    protected Author() {}

    @Override
    protected void take(AuthorInput input) {
        this.biography = input.biography();
        this.picture = input.picture();
        this.links = input.links();
    }
}
