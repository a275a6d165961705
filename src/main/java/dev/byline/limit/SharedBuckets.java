package dev.byline.limit;

import dev.byline.limit.Holders.Holder;
import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Buckets in the database, of which all nodes take.
@Singleton
class SharedBuckets {
    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);

    /// After so many takings as many are removed that are full again.
    private static final int SWEEP = 100;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final AtomicInteger takings = new AtomicInteger();
    private final AtomicBoolean isFailing = new AtomicBoolean();

    SharedBuckets(AgroalDataSource database) {
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("rate_limit")
                        .idColumn("id")
                        .stateColumn("state")
                        .expiresAtColumn("expires_at")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofSeconds(10)))
                        .build();
    }

    /// @return nothing where the database does not answer: a limit is no reason to be away
    Optional<ConsumptionProbe> take(Policy policy, Holder holder, Quota quota, long units) {
        try {
            var configuration = BucketConfiguration.builder().addLimit(quota.bandwidth()).build();
            var taken =
                    buckets.builder()
                            .build(policy.text() + ":" + holder.key(), () -> configuration)
                            .tryConsumeAndReturnRemaining(units);
            sweep();
            isFailing.set(false);
            return Optional.of(taken);
        } catch (RuntimeException failed) {
            if (!isFailing.getAndSet(true)) {
                LOG.errorf("Each node counts for itself: %s", failed);
            }
            return Optional.empty();
        }
    }

    private void sweep() {
        if (takings.incrementAndGet() % SWEEP == 0) {
            buckets.removeExpired(SWEEP);
        }
    }
}
