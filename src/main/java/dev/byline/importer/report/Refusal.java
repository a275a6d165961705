package dev.byline.importer.report;

/// One file cannot be taken; the reason goes to the report, and the import goes on.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason);
    }
}
