package dev.byline.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.byline.http.Accept;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Finished answers to readers, bounded in bytes. Each goes when something that it shows
/// changes, and never outlives the next instant on the timeline. While this server cannot be
/// sure to hear of every change ([#trust]) it finds nothing here.
@Singleton
public class ResponseCache {
    /// One answer that is larger than this part of the whole is not kept.
    private static final int PART = 16;

    private final long size;
    private final Cache<String, Answer> answers;
    private final Map<String, Set<Answer>> showing = new ConcurrentHashMap<>();
    private final LastInvalidations drops = new LastInvalidations();
    private final Duration staleIfError;
    private volatile long trustedUntil = System.nanoTime();

    ResponseCache(
            @ConfigProperty(name = "byline.cache-size") MemorySize size,
            @ConfigProperty(name = "byline.stale-if-error") Duration staleIfError) {
        this.size = size.asLongValue();
        this.staleIfError = staleIfError;
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(this.size)
                        .weigher((String _, Answer answer) -> answer.weight())
                        .executor(Runnable::run)
                        .removalListener(this::removed)
                        .build();
    }

    boolean isOn() {
        return size > 0;
    }

    /// Whatever happens up to that instant of [System#nanoTime] this server gets to know.
    void trust(long until) {
        trustedUntil = until;
    }

    /// From now on anything may happen unheard: nothing is found, and what is being read is not
    /// kept. What is here stays for [#findStale] until [#dropEverything].
    void distrust() {
        var now = System.nanoTime();
        if (isTrusted(now)) {
            trustedUntil = now;
        }
        drops.addEverything();
    }

    boolean isTrusted(long now) {
        return now - trustedUntil < 0;
    }

    /// What a client gets at an address who says this of media types.
    Answer find(String address, Accept accept, long now) {
        if (!isTrusted(now)) {
            return null;
        }
        var found = find(address, accept);
        return found == null || found.isOver(now) ? null : found;
    }

    /// Of those that are kept in a media type that it takes, the one of the type that it is to
    /// get: each knows in which others there is an answer.
    private Answer find(String address, Accept accept) {
        for (var type : accept.taken()) {
            var found = answers.getIfPresent(Answer.key(address, type));
            if (found != null && found.suits(accept)) {
                return found;
            }
        }
        return null;
    }

    /// For when the database is away: what was right when this server heard of it last. Others may
    /// have kept it from then on, by its `Cache-Control`, for as long as it is found here.
    Answer findStale(String address, Accept accept, long now) {
        var found = staleIfError.isZero() ? null : find(address, accept);
        if (found != null) {
            found.endBy(trustedUntil + staleIfError.toNanos());
        }
        return found == null || found.isOver(now) ? null : found;
    }

    /// To be asked before the reading for an answer begins, and given to [#isCurrent].
    public long begin() {
        return drops.now();
    }

    /// Whether nothing was dropped, since [#begin] was asked, that shows one of these things, as
    /// far as this server can be sure of it now.
    public boolean isCurrent(long begin, Collection<String> keys) {
        return isTrusted(System.nanoTime()) && !drops.anySince(begin, keys);
    }

    boolean isCurrent(long begin, Answer answer) {
        return !drops.anySince(begin, answer.keys());
    }

    /// Whether there is room for an answer of so many bytes, those beside it that only slow
    /// readers still hold taken into account.
    boolean takes(int length) {
        return length <= size / PART && SharedBytes.alive() + length <= 2 * size;
    }

    /// Keeps the answer, unless something it shows has changed since its reading began. It is
    /// looked at again when it is there: a change meanwhile finds it, or is found.
    void keep(long begin, Answer answer) {
        if (isCurrent(begin, answer) && answer.hold()) {
            answers.put(answer.key(), answer);
            answer.keys().forEach(key -> note(key, answer));
            if (!isCurrent(begin, answer)) {
                answers.asMap().remove(answer.key(), answer);
            }
            if (answers.asMap().get(answer.key()) != answer) {
                answer.keys().forEach(key -> forget(key, answer));
            }
        }
    }

    /// Its weight is taken anew.
    void weigh(Answer answer) {
        answers.asMap().replace(answer.key(), answer, answer);
    }

    /// What shows one of these things goes, and what is being read is not kept.
    public void drop(Collection<String> keys) {
        drops.add(keys);
        keys.forEach(
                key ->
                        showing(key)
                                .forEach(answer -> answers.asMap().remove(answer.key(), answer)));
    }

    /// What shows one of these things ends when so much time is left no more; what is being read,
    /// and does not know of it, is not kept.
    ///
    /// @param asked of [System#nanoTime], before the database was asked how much is left
    public void bound(Collection<String> keys, long asked, Duration left) {
        drops.add(keys);
        var end = Lifetime.after(asked, left);
        keys.forEach(key -> showing(key).forEach(answer -> answer.endBy(end)));
    }

    public void dropEverything() {
        drops.addEverything();
        answers.invalidateAll();
    }

    private List<Answer> showing(String key) {
        return List.copyOf(showing.getOrDefault(key, Set.of()));
    }

    private void removed(String key, Answer answer, RemovalCause cause) {
        answer.keys().forEach(shown -> forget(shown, answer));
        answer.release();
    }

    private void note(String key, Answer answer) {
        showing.compute(
                key,
                (_, others) -> {
                    var all = others == null ? ConcurrentHashMap.<Answer>newKeySet() : others;
                    all.add(answer);
                    return all;
                });
    }

    private void forget(String key, Answer answer) {
        showing.computeIfPresent(
                key,
                (_, all) -> {
                    all.remove(answer);
                    return all.isEmpty() ? null : all;
                });
    }
}
