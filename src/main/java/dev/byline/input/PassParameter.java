package dev.byline.input;

/// The query parameter of all that readers may read which holds a pass, for clients that set no
/// header.
public final class PassParameter {
    public static final String NAME = "preview";

    private PassParameter() {}
}
