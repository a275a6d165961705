package dev.byline.preview;

import dev.byline.change.Act;

/// What is done to preview links, as the change log tells it.
enum PreviewAct implements Act {
    CREATED,
    REVOKED;

    @Override
    public String subject() {
        return "preview-link";
    }
}
