package dev.byline.server;

import dev.byline.input.PassParameter;
import io.quarkus.vertx.http.runtime.attribute.ExchangeAttribute;
import io.quarkus.vertx.http.runtime.attribute.ExchangeAttributeBuilder;
import io.quarkus.vertx.http.runtime.attribute.ReadOnlyAttributeException;
import io.quarkus.vertx.http.runtime.attribute.RequestLineAttribute;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/// The request line in the access log (`%r`), without the secrets that an address may hold.
public final class LoggedRequest implements ExchangeAttribute {
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?<=[?&]%s=)[^&\\s]+|(?<=\\b[a-z]{3}_)[0-9A-Za-z]{20,}"
                            .formatted(PassParameter.NAME));

    private LoggedRequest() {}

    @Override
    public String readAttribute(RoutingContext context) {
        return without(RequestLineAttribute.INSTANCE.readAttribute(context));
    }

    static String without(String line) {
        return SECRET.matcher(line).replaceAll("…");
    }

    @Override
    public void writeAttribute(RoutingContext context, String value)
            throws ReadOnlyAttributeException {
        throw new ReadOnlyAttributeException("Request line", value);
    }

    /// Found by Quarkus as a service.
    public static final class Builder implements ExchangeAttributeBuilder {
        @Override
        public String name() {
            return "Request line without secrets";
        }

        @Override
        public ExchangeAttribute build(String token) {
            return token.equals(RequestLineAttribute.REQUEST_LINE_SHORT)
                            || token.equals(RequestLineAttribute.REQUEST_LINE)
                    ? new LoggedRequest()
                    : null;
        }

        /// Before Quarkus' own.
        @Override
        public int priority() {
            return 100;
        }
    }
}
