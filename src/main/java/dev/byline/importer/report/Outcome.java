package dev.byline.importer.report;

/// What a file of the folder came to.
public enum Outcome {
    CREATED("created"),
    UPDATED("updated"),
    UNCHANGED("unchanged"),
    /// Byline's own differs from the file and stays as it is.
    KEPT("kept"),
    REFUSED("refused"),
    /// A file that is no article, author or topic.
    ASIDE("left aside");

    public final String word;

    Outcome(String word) {
        this.word = word;
    }

    boolean isInByline() {
        return this != REFUSED && this != ASIDE;
    }
}
