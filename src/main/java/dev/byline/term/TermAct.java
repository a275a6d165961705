package dev.byline.term;

import dev.byline.change.Act;

/// What is done to authors and tags, as the change log tells it.
enum TermAct {
    CREATED,
    CHANGED,
    RENAMED,
    FORMER_SLUGS_ADDED,
    MADE_INTERNAL,
    MADE_PUBLIC,
    /// By another of its kind.
    REPLACED,
    REPLACEMENT_UNDONE,
    DELETED;

    /// Done to one of this kind.
    Act of(TermKind<?, ?> kind) {
        return new OfKind(kind.noun(), name());
    }

    private record OfKind(String subject, String name) implements Act {}
}
