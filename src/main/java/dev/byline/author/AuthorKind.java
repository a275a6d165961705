package dev.byline.author;

import dev.byline.term.TermKind;

/// Authors, as terms.
final class AuthorKind extends TermKind<Author, AuthorInput> {
    AuthorKind() {
        super("author", "biography", Author.class, AuthorInput.class, AuthorView.PROPERTIES);
    }

    @Override
    protected Author blank() {
        return new Author();
    }
}
