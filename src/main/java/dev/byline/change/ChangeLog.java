package dev.byline.change;

import dev.byline.http.cache.Outdated;
import dev.byline.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/// Writes down what a command did, by whom and from where, and tells what it outdates.
@RequestScoped
public class ChangeLog {
    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private final Announcements announcements;

    ChangeLog(SecurityIdentity identity, HttpServerRequest request, Announcements announcements) {
        this.identity = identity;
        this.request = request;
        this.announcements = announcements;
    }

    /// What readers do not see.
    public void record(Change change) {
        change.accountId = Caller.of(identity).accountId();
        change.origin = request.remoteAddress().hostAddress();
        change.persist();
    }

    public void record(Change change, Outdated outdated) {
        record(change);
        announcements.make(outdated);
    }

    /// For what a command changes beside what it records.
    public void announce(Outdated outdated) {
        announcements.make(outdated);
    }
}
