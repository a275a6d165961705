package dev.byline.identity;

import java.util.Optional;

/// Knows the passes of one kind. Each room that gives some away has one.
public interface Passes {
    /// Of its secrets: three letters and `_`.
    String prefix();

    /// What this secret lets see, unless it is unknown, expired or revoked. Asked for each request,
    /// so that every server knows at once.
    Optional<Pass> with(Secret secret);
}
