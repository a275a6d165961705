package dev.byline.http;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/// Names requests in the metrics by the address of the API that they asked for, also those that
/// the cache or a refusal answered: Quarkus knows it only of those that reach a resource, and
/// would make a series of every other path, until there are so many that it counts no more.
@Singleton
class RequestMetrics implements HttpServerMetricsTagsContributor {
    private static final Set<String> FOLDERS = Set.of("openapi", "docs", "problems", "q");
    private static final String UNKNOWN = "UNKNOWN";

    private final Templates templates;

    RequestMetrics(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Tags contribute(Context context) {
        return Tags.of("uri", uri(context.request().path()));
    }

    private String uri(String path) {
        if (path == null || path.equals("/")) {
            return path == null ? UNKNOWN : path;
        }
        var segments = path.split("/");
        if (segments.length > 1 && FOLDERS.contains(segments[1])) {
            return "/" + segments[1];
        }
        return templates.of(segments).map(Templates.Template::text).orElse(UNKNOWN);
    }
}
