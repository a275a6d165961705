package bench;

/// What ends the bench with a sentence instead of a stack trace.
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }
}
