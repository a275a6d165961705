package dev.byline.tag;

import dev.byline.term.Term;
import jakarta.persistence.Entity;
import java.util.List;

/// A topic.
@Entity
public class Tag extends Term<TagInput> {
    String description;

    protected Tag() {}

    @Override
    protected void take(TagInput input) {
        this.description = input.description();
    }

    @Override
    protected TagInput input() {
        return new TagInput(slug, List.of(), name, description, null);
    }
}
