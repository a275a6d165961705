package dev.byline.identity;

/// Prints a fresh token for `BYLINE_ADMIN_TOKEN`.
public final class NewToken {
    private NewToken() {}

    static void main() {
        IO.println(Secret.random().reveal());
    }
}
