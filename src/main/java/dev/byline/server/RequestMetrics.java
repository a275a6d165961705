package dev.byline.server;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;

/// Names requests in the metrics by the address of the API that they asked for, also those that
/// the cache or a refusal answered: Quarkus knows it only of those that reach a resource, and
/// would make a series of every other path, until there are so many that it counts no more.
@Singleton
class RequestMetrics implements HttpServerMetricsTagsContributor {
    private static final String MANAGEMENT = "q";
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
        var first = segments.length > 1 ? segments[1] : "";
        if (first.equals(MANAGEMENT) || Templates.BESIDE.contains(first)) {
            return "/" + first;
        }
        return templates.of(segments).map(Templates.Template::text).orElse(UNKNOWN);
    }
}
