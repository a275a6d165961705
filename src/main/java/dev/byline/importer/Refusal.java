package dev.byline.importer;

/// One file cannot be taken; the reason goes to the report, and the import goes on.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }
}
