package dev.byline.database;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
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

    private final AgroalDataSource pool;

    DatabaseReadiness(AgroalDataSource pool) {
        this.pool = pool;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(isBusy() || answers()).build();
    }

    private boolean isBusy() {
        return pool.getMetrics().activeCount()
                >= pool.getConfiguration().connectionPoolConfiguration().maxSize();
    }

    private boolean answers() {
        try {
            return pool.isHealthy(false);
        } catch (SQLException _) {
            return false;
        }
    }
}
