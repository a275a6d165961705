package dev.byline.tag;

import dev.byline.term.TermKind;

/// Tags, as terms.
final class TagKind extends TermKind<Tag, TagInput> {
    TagKind() {
        super("tag", "description", Tag.class, TagInput.class, TagView.PROPERTIES);
    }

    @Override
    protected Tag blank() {
        return new Tag();
    }
}
