package dev.byline.http;

/// A parameter that says yes or no.
public final class Flag {
    private Flag() {}

    /// @param text `true` or `false`; null is no
    public static boolean of(String parameter, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default ->
                    throw ProblemType.INVALID_PARAMETER.because(
                            parameter + " must be true or false.");
        };
    }
}
