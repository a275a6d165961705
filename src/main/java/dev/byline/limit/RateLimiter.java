package dev.byline.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.byline.limit.Holders.Holder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
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

    /// Of [System#nanoTime].
    private volatile long lastRefusal;

    private volatile boolean hasRefused;

    RateLimiter(Quotas quotas, SharedBuckets shared, MeterRegistry registry) {
        this.shared = shared;
        for (var policy : Policy.values()) {
            quotas.of(policy).ifPresent(quota -> limits.put(policy, new Limited(quota)));
            refusals.put(policy, registry.counter("byline.rate.limited", "policy", policy.text()));
        }
    }

    private record Limited(Quota quota, LoadingCache<Holder, Bucket> buckets) {
        /// One that nobody asked for in the time in which it fills up is as good as a new one.
        Limited(Quota quota) {
            this(
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
    }

    /// Takes so many units, unless one of the holders has not got them.
    ///
    /// @return the balance of the holder that has the least; nothing where there is no limit
    public Optional<Balance> take(Policy policy, Holders holders, long units) {
        var limited = limits.get(policy);
        return limited == null
                ? Optional.empty()
                : holders.all().stream()
                        .map(holder -> take(policy, limited, holder, units))
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
            hasRefused = true;
        }
        return balance;
    }

    /// Whether somebody was refused lately: otherwise nobody can be [#exhausted].
    public boolean isRefusing() {
        return hasRefused && System.nanoTime() - lastRefusal < LATELY.toNanos();
    }

    private Balance take(Policy policy, Limited limited, Holder holder, long units) {
        var quota = limited.quota().times(holder.shares());
        var own = limited.buckets().get(holder).tryConsumeAndReturnRemaining(units);
        var probe =
                own.isConsumed() && policy.isShared()
                        ? shared.take(policy, holder, quota, units).orElse(own)
                        : own;
        return new Balance(policy, quota, probe.getRemainingTokens(), retryAfter(probe));
    }

    /// What is told to the first of the holders that has nothing left, without taking anything.
    public Optional<Balance> exhausted(Policy policy, Holders holders) {
        var limited = limits.get(policy);
        return limited == null
                ? Optional.empty()
                : holders.all().stream()
                        .map(holder -> peek(policy, limited, holder))
                        .filter(Balance::isRefused)
                        .findFirst()
                        .map(this::noted);
    }

    /// Of whom nobody asked for anything lately nothing is made.
    private static Balance peek(Policy policy, Limited limited, Holder holder) {
        var quota = limited.quota().times(holder.shares());
        var bucket = limited.buckets().getIfPresent(holder);
        if (bucket == null) {
            return new Balance(policy, quota, quota.units(), 0);
        }
        var probe = bucket.estimateAbilityToConsume(1);
        return new Balance(
                policy,
                quota,
                probe.getRemainingTokens(),
                probe.canBeConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill()));
    }

    private static long retryAfter(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /// Whole ones, and one at least.
    private static long seconds(long nanos) {
        return 1 + TimeUnit.NANOSECONDS.toSeconds(nanos);
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
