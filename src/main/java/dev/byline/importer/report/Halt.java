package dev.byline.importer.report;

/// The import as a whole cannot begin or go on: one sentence for whoever started it.
public final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Halt(String sentence) {
        super(sentence);
    }
}
