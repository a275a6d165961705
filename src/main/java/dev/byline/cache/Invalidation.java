package dev.byline.cache;

import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a command makes of the answers that readers were given: those that show one of the
/// things in `gone` are wrong now, those that show one of the things in `bounded` will be at
/// `next`. What readers do not see outdates nothing, so that no header tells of it.
///
/// | command | what goes |
/// |---|---|
/// | save, restore a revision, a draft's slug | nothing |
/// | slugs or `commentsOpen` of a live article | `article:ID`, `articles`, `under:ID` |
/// | another revision is live now | `article:ID`, `articles` |
/// | an article appears or is gone, as by trash | these, `comments`, `comments:ID`, `under:ID` |
/// | publish or withdraw later | nothing; all of these and `timeline` end at that instant |
/// | a comment that readers see, or saw | `comment:ID`, `comments`, `comments:ARTICLE` |
/// | … and whether it is approved | these, `article:ARTICLE` for its count |
/// | … and whether it is seen at all | these, `comment:ID` of those it replies to |
/// | held comments, those under what is not live | nothing |
/// | an author or tag is made | `authors`, `tags` |
/// | an author or tag is changed or deleted | these, `author:ID`, `tag:ID` |
/// | … and becomes internal, or public | these, `articles`, `article:ID` of those that have it |
/// | an author or tag that is internal and stays so | nothing |
/// | accounts, tokens | nothing |
///
/// An import is made of these. With `article:ID` goes `any-article`, and so on: the key of lists
/// that are ordered or filtered by what changes with any of them, and of answers that show too
/// many things to name.
///
/// @param next null where `bounded` is empty
public record Invalidation(Set<String> gone, Set<String> bounded, Instant next) {
    public static final Invalidation NOTHING = new Invalidation(Set.of(), Set.of(), null);

    /// The channel on which the servers ring for each other (`LISTEN`).
    static final String CHANNEL = "byline";

    private static final String ROWS =
            "insert into invalidation (message) select message from unnest(?) message";

    private static final String GONE = "gone";
    private static final String UNTIL = "until";

    public static Invalidation of(String... keys) {
        return new Invalidation(withKinds(Arrays.asList(keys)), Set.of(), null);
    }

    public static Invalidation at(Instant next, String... keys) {
        return new Invalidation(Set.of(), withKinds(Arrays.asList(keys)), next);
    }

    /// Both. Of two instants the earlier one counts.
    public Invalidation and(Invalidation other) {
        return new Invalidation(
                union(gone, other.gone), union(bounded, other.bounded), earlier(next, other.next));
    }

    public boolean isNothing() {
        return gone.isEmpty() && bounded.isEmpty();
    }

    /// @param ids makes one for each
    public List<Message> messages(Supplier<String> ids) {
        var all = new ArrayList<Message>();
        if (!gone.isEmpty()) {
            all.add(message(GONE, ids.get(), "", gone));
        }
        if (!bounded.isEmpty()) {
            all.add(message(UNTIL, ids.get(), next + " ", bounded));
        }
        return all;
    }

    /// What the servers tell each other: a word, an id of its own and keys, divided by spaces.
    /// `gone 3f9a0c11.7 article:019329c4-… articles`, or `until 3f9a0c11.8 2026-11-24T08:00:00Z
    /// articles`.
    public record Message(String id, String text) {
        /// The statement that leaves them to be read.
        public static Sql rows(Collection<Message> messages) {
            return Sql.of(
                    ROWS, (Object) messages.stream().map(Message::text).toArray(String[]::new));
        }
    }

    static String id(String message) {
        return message.split(" ", 3)[1];
    }

    static Invalidation parse(String message) {
        var words = message.split(" ");
        var isGone = words[0].equals(GONE);
        var keys =
                Arrays.stream(words).skip(isGone ? 2 : 3).collect(Collectors.toUnmodifiableSet());
        return isGone
                ? new Invalidation(keys, Set.of(), null)
                : new Invalidation(Set.of(), keys, Instant.parse(words[2]));
    }

    private static Message message(String word, String id, String more, Set<String> keys) {
        return new Message(id, word + " " + id + " " + more + String.join(" ", keys));
    }

    private static Set<String> withKinds(Collection<String> keys) {
        return keys.stream()
                .flatMap(SurrogateKeys::withKind)
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
