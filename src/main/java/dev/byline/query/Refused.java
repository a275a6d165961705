package dev.byline.query;

import java.sql.SQLException;

/// What the database answered; [dev.byline.http.Problems] looks at the cause.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(SQLException cause) {
        super(cause);
    }
}
