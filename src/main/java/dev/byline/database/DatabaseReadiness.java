package dev.byline.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready as long as the database answers.
///
/// A pool whose connections are all in use is no reason to leave: the database works, and those
/// who find no connection get a 503. A node that left would hand its load to the others, until
/// none is left.
@Readiness
final class DatabaseReadiness implements HealthCheck {

    private final DatabaseProbe probe;

    DatabaseReadiness(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(!probe.isAway()).build();
    }
}
