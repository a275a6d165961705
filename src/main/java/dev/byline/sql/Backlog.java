package dev.byline.sql;

/// What an update, or another setting, leaves to be done anew for each text while the server
/// serves. A batch is a transaction; servers take different ones, and one that breaks off is taken
/// again.
public interface Backlog {
    /// The name of the metric of what is left.
    String metric();

    /// What is done to a text, for the log: `indexed anew`.
    String task();

    /// Called before it is first looked at.
    default void begin() {}

    /// How many texts are left.
    long left();

    /// @return whether there was one that no other server is at
    boolean batch();

    /// Called now and then, and at the end.
    default void announce() {}
}
