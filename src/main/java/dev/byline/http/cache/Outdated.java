package dev.byline.http.cache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a command makes of the answers that readers were given: those that show one of the things
/// in `gone` are wrong now, those that show one of the things in `bounded` will be at `next`.
/// What readers do not see outdates nothing, so that no header tells of it.
///
/// @param next null where `bounded` is empty
public record Outdated(Set<String> gone, Set<String> bounded, Instant next) {
    public static final Outdated NOTHING = new Outdated(Set.of(), Set.of(), null);

    /// The channel on which the servers tell each other (`LISTEN`). A message is a word and keys,
    /// divided by spaces: `gone article:019329c4-… articles`, or
    /// `until 2026-11-24T08:00:00Z articles`.
    public static final String CHANNEL = "byline";

    private static final String GONE = "gone";
    private static final String UNTIL = "until";

    /// PostgreSQL takes less than 8,000 bytes.
    private static final int LONGEST = 7_000;

    public static Outdated of(String... keys) {
        return new Outdated(withKinds(Arrays.asList(keys)), Set.of(), null);
    }

    public static Outdated at(Instant next, String... keys) {
        return new Outdated(Set.of(), withKinds(Arrays.asList(keys)), next);
    }

    /// Both. Of two instants the earlier one counts.
    public Outdated and(Outdated other) {
        return new Outdated(
                union(gone, other.gone), union(bounded, other.bounded), earlier(next, other.next));
    }

    public boolean isNothing() {
        return gone.isEmpty() && bounded.isEmpty();
    }

    public List<String> messages() {
        var all = new ArrayList<String>();
        split(GONE, gone, all);
        split(UNTIL + " " + next, bounded, all);
        return all;
    }

    static Outdated parse(String message) {
        var words = message.split(" ");
        var isGone = words[0].equals(GONE);
        var keys =
                Arrays.stream(words).skip(isGone ? 1 : 2).collect(Collectors.toUnmodifiableSet());
        return isGone
                ? new Outdated(keys, Set.of(), null)
                : new Outdated(Set.of(), keys, Instant.parse(words[1]));
    }

    private static void split(String beginning, Collection<String> keys, List<String> messages) {
        var message = new StringBuilder(beginning);
        for (var key : keys) {
            if (message.length() + key.length() > LONGEST) {
                messages.add(message.toString());
                message = new StringBuilder(beginning);
            }
            message.append(' ').append(key);
        }
        if (message.length() > beginning.length()) {
            messages.add(message.toString());
        }
    }

    private static Set<String> withKinds(Collection<String> keys) {
        return keys.stream()
                .flatMap(Shown::withKind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
