package dev.byline.author;

import dev.byline.term.Term;
import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A person with a byline. An author need not have an account.
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

    @Override
    protected AuthorInput input() {
        return new AuthorInput(slug, List.of(), name, biography, picture, links, null);
    }
}
