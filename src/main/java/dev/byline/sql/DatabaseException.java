package dev.byline.sql;

import java.sql.SQLException;

/// What the database answered; [dev.byline.server.Problems] looks at the cause.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseException(SQLException cause) {
        super(cause);
    }
}
