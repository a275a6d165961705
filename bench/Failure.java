package bench;

/// What ends the bench with a sentence instead of a stack trace.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failure(String sentence) {
        super(sentence);
    }
}
