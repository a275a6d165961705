package dev.byline.importer;

import java.util.UUID;

/// A file's article, ready to be sent.
///
/// @param id always the same for the same path and date
record Imported(String path, UUID id, ArticleDraft content) {

    Note note() {
        return new Note(path, Fingerprint.of(content));
    }

    ArticleDraft draft() {
        return content.withNote(note().text());
    }
}
