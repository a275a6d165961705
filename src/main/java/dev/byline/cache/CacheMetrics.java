package dev.byline.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// What operators see of the cache: how many requests it answered, which are in no access log,
/// and how many bytes it holds, those among them that only slow readers hold.
@Singleton
class CacheMetrics {
    void register(@Observes StartupEvent event, MeterRegistry registry, CacheHits hits) {
        FunctionCounter.builder("byline.cache.hits", hits, CacheHits::count).register(registry);
        Gauge.builder("byline.cache.bytes", SharedBytes::alive)
                .baseUnit("bytes")
                .register(registry);
    }
}
