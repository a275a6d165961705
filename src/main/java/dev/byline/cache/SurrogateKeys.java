package dev.byline.cache;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an answer to a reader shows, for whoever keeps it: it goes when one of these things
/// changes, and when the timeline moves on.
///
/// @param keys the things, such as `article:019329c4-…`, and lists, such as `articles`
/// @param asked of [System#nanoTime], before the database was asked
/// @param rest how long it was then, by the database's clock, until the next instant on the
/// timeline that could change it; null where there is none
public record SurrogateKeys(Set<String> keys, long asked, Duration rest) {
    /// The header must be one that proxies take, so that of very many things the kinds are
    /// named, whose keys go with any of them.
    private static final int LONGEST = 7_000;

    public static SurrogateKeys of(Stream<String> keys, long asked, Duration rest) {
        return new SurrogateKeys(
                keys.collect(LinkedHashSet::new, Set::add, Set::addAll), asked, rest);
    }

    /// What the timeline does not change.
    public static SurrogateKeys always(Stream<String> keys) {
        return of(keys, System.nanoTime(), null);
    }

    public SurrogateKeys {
        keys = length(keys) > LONGEST ? kinds(keys) : keys;
    }

    /// `Cache-Control` of an answer that was made just now.
    public String cacheControl() {
        return lifetime(System.nanoTime()).cacheControl(0);
    }

    /// `Surrogate-Control` likewise.
    public String surrogateControl() {
        return lifetime(System.nanoTime()).surrogateControl(0);
    }

    Lifetime lifetime(long begin) {
        return new Lifetime(begin, Lifetime.after(asked, rest));
    }

    /// The keys that are dropped with this one.
    static Stream<String> withKind(String key) {
        var colon = key.indexOf(':');
        return colon < 0 ? Stream.of(key) : Stream.of(key, "any-" + key.substring(0, colon));
    }

    private static int length(Set<String> keys) {
        return keys.stream().mapToInt(key -> key.length() + 1).sum();
    }

    private static Set<String> kinds(Set<String> keys) {
        var kinds = new TreeSet<String>();
        keys.forEach(key -> kinds.add(withKind(key).reduce((_, kind) -> kind).orElseThrow()));
        return kinds;
    }
}
