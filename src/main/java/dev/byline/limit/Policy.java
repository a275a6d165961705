package dev.byline.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much one may ask for: the one place of it. Each is a token bucket that is full at first,
/// holds so many units and fills up evenly in so many seconds. It counts for an address of a reader
/// (one of IPv6 by its /64), and for each token; the tokens of an account together have twice as
/// much. `BYLINE_LIMITS` names what is otherwise.
public enum Policy {
    /// Reads that are not answered from the cache, on each node. One is a unit; what the database
    /// has to do for searches, facets, counts, lists with whole texts and filters over relations
    /// comes on top.
    READS(50_000, 10, false),
    /// What is written with a token, on each node.
    WRITES(3_000, 10, false),
    /// Comments without a token, on all nodes together.
    COMMENTS(30, 60, true),
    /// Tokens that are unknown, expired or revoked, on all nodes together.
    REFUSED_TOKENS(60, 60, true);

    private final Quota standard;
    private final boolean isShared;

    Policy(int units, int seconds, boolean isShared) {
        this.standard = new Quota(units, Duration.ofSeconds(seconds));
        this.isShared = isShared;
    }

    /// Its name in settings, headers and problems.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Quota standard() {
        return standard;
    }

    /// Whether all nodes count together.
    boolean isShared() {
        return isShared;
    }

    static Optional<Policy> byText(String text) {
        return Arrays.stream(values()).filter(policy -> policy.text().equals(text)).findFirst();
    }
}
