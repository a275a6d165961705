package dev.byline.change;

import java.util.Set;

/// Kinds of things that only administrators may see, and so what was done to them too. Each room
/// that has such things tells the log of them.
public interface RestrictedSubjects {
    /// As [Act#subject] names them.
    Set<String> types();
}
