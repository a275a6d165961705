package dev.byline.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// The media type of an answer, of those in which its operation answers.
public record Negotiated(String type, List<String> offered) {
    private static final String KEY = Negotiated.class.getName();

    public static Negotiated of(RoutingContext exchange) {
        return exchange.get(KEY);
    }

    public void putInto(RoutingContext exchange) {
        exchange.put(KEY, this);
    }

    /// Whether it is what a client is to get that says this.
    public boolean suits(Accept accept) {
        return type.equals(accept.choose(offered));
    }

    /// What the answer depends on besides the address (RFC 9110, 12.5.5).
    public String vary() {
        return offered.size() == 1
                ? "Authorization, Accept-Encoding"
                : "Authorization, Accept, Accept-Encoding";
    }
}
