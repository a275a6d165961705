package dev.byline.importer;

/// The import as a whole cannot begin or go on: one sentence for whoever started it.
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halt(String sentence) {
        super(sentence);
    }
}
