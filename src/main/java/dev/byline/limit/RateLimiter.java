package dev.byline.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.byline.limit.Holders.Holder;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Counts what is asked for, by policy and holder, in token buckets (Bucket4j). What all nodes
/// count together is counted on the node first, so that a flood costs the database no more than its
/// quota.
@Singleton
public class RateLimiter {
    /// Beyond it those that were not asked for longest are forgotten, which fills them up.
    private static final int MOST_BUCKETS = 100_000;

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Map<Policy, Limited> limits = new EnumMap<>(Policy.class);
    private final Map<Policy, Counter> refusals = new EnumMap<>(Policy.class);
    private final SharedBuckets shared;

    /// Of [System#nanoTime]; at first so long ago that it counts no more.
    private volatile long lastRefusal = System.nanoTime() - LATELY.toNanos();

    RateLimiter(Quotas quotas, SharedBuckets shared, MeterRegistry registry) {
        this.shared = shared;
        for (var policy : Policy.values()) {
            quotas.of(policy).ifPresent(quota -> limits.put(policy, new Limited(policy, quota)));
            refusals.put(policy, registry.counter("byline.rate.limited", "policy", policy.text()));
        }
    }

    private record Limited(Policy policy, Quota quota, LoadingCache<Holder, Bucket> buckets) {
        /// One that nobody asked for in the time in which it fills up is as good as a new one.
        Limited(Policy policy, Quota quota) {
            this(
                    policy,
                    quota,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_BUCKETS)
                            .expireAfterAccess(quota.window().plus(Duration.ofSeconds(1)))
                            .build(
                                    holder ->
                                            Bucket.builder()
                                                    .addLimit(
                                                            quota.times(holder.shares())
                                                                    .bandwidth())
                                                    .build()));
        }

        Quota of(Holder holder) {
            return quota.times(holder.shares());
        }

        /// @param nanosToWait 0 where it is not refused
        Balance balance(Holder holder, long left, long nanosToWait) {
            return new Balance(policy, of(holder), left, seconds(nanosToWait));
        }

        /// Whole ones, and one at least where there is something to wait for.
        private static long seconds(long nanos) {
            return nanos == 0 ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(nanos);
        }
    }

    /// Takes so many units, unless one of the holders has not got them.
    ///
    /// @return the balance of the holder that has the least; nothing where there is no limit
    public Optional<Balance> take(Policy policy, Holders holders, long units) {
        var limited = limits.get(policy);
        return limited == null
                ? Optional.empty()
                : holders.all().stream()
                        .map(holder -> take(limited, holder, units))
                        .min(
                                Comparator.comparing(Balance::isRefused)
                                        .reversed()
                                        .thenComparing(Balance::left))
                        .map(this::noted);
    }

    private Balance noted(Balance balance) {
        if (balance.isRefused()) {
            refusals.get(balance.policy()).increment();
            lastRefusal = System.nanoTime();
        }
        return balance;
    }

    /// Whether somebody was refused lately: otherwise nobody can be [#exhausted].
    public boolean isRefusing() {
        return System.nanoTime() - lastRefusal < LATELY.toNanos();
    }

    private Balance take(Limited limited, Holder holder, long units) {
        var policy = limited.policy();
        var own = limited.buckets().get(holder).tryConsumeAndReturnRemaining(units);
        var probe =
                own.isConsumed() && policy.isShared()
                        ? shared.take(policy, holder, limited.of(holder), units).orElse(own)
                        : own;
        return limited.balance(holder, probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    /// What is told to the first of the holders that has nothing left, without taking anything.
    public Optional<Balance> exhausted(Policy policy, Holders holders) {
        var limited = limits.get(policy);
        return limited == null
                ? Optional.empty()
                : holders.all().stream()
                        .map(holder -> peek(limited, holder))
                        .filter(Balance::isRefused)
                        .findFirst()
                        .map(this::noted);
    }

    /// Of whom nobody asked for anything lately nothing is made.
    private static Balance peek(Limited limited, Holder holder) {
        var bucket = limited.buckets().getIfPresent(holder);
        if (bucket == null) {
            return limited.balance(holder, limited.of(holder).units(), 0);
        }
        var probe = bucket.estimateAbilityToConsume(1);
        return limited.balance(holder, probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    /// What turned out to cost more than was taken: it is owed, and has to come in first.
    public void owe(Policy policy, Holders holders, long units) {
        var limited = limits.get(policy);
        if (limited != null) {
            holders.all()
                    .forEach(
                            holder ->
                                    limited.buckets().get(holder).consumeIgnoringRateLimits(units));
        }
    }
}
