package dev.byline.http;

/// What was asked for by a former slug has another one now: answered with 308 (RFC 9110,
/// 15.4.9) to the same address with the present slug in the place of the former.
public final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String from;
    private final String to;

    public MovedException(String from, String to) {
        super(from + " is now " + to, null, false, false);
        this.from = from;
        this.to = to;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }
}
