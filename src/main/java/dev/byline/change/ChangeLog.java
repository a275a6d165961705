package dev.byline.change;

import dev.byline.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/// Writes down what a command did, by whom and from where.
@RequestScoped
public class ChangeLog {
    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    ChangeLog(SecurityIdentity identity, HttpServerRequest request) {
        this.identity = identity;
        this.request = request;
    }

    public void record(Change change) {
        change.accountId = Caller.of(identity).accountId();
        change.origin = request.remoteAddress().hostAddress();
        change.persist();
    }
}
