package dev.byline.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/// Names the origins whose pages may use the API.
public final class TestOrigins implements QuarkusTestResourceLifecycleManager {
    public static final List<String> ALL = List.of("https://news.example", "http://localhost:3000");

    @Override
    public Map<String, String> start() {
        return Map.of("byline.origins", String.join(",", ALL));
    }

    @Override
    public void stop() {}
}
