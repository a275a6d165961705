package dev.byline.term;

import java.time.Instant;
import java.util.UUID;

/// Lets what is filed under a term follow it to the one that replaces it. Articles do it, in the
/// transaction of the command.
public interface TermFollowing {
    /// What readers get or will get, and what is being written, has the other from now on; where it
    /// had both it has that alone. The revisions before tell what was.
    ///
    /// @param noun of the kind
    /// @return how many articles followed
    /// @throws dev.byline.http.ProblemException 409 where they are more than can at once
    int follow(String noun, UUID replaced, UUID by);

    /// Back to the one that was replaced, with what was written since.
    ///
    /// @param since when it was replaced
    void goBack(String noun, UUID replaced, UUID by, Instant since);
}
