package dev.byline.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was outdated and this server has not read yet, on one connection: at first all that is
/// committed after it was made. A command may draw its number early and be committed late, so what
/// is behind the last number that is settled is looked at again.
final class UnreadInvalidations {
    private static final String SETTLED = "select invalidation_settled()";
    private static final String ROWS = "select id, message from invalidation where id > ?";

    private final Connection connection;
    private final Set<Long> read = new HashSet<>();
    private long settled;

    UnreadInvalidations(Connection connection) throws SQLException {
        this.connection = connection;
        this.settled = settled();
    }

    /// Everything that was committed before this question.
    List<String> read() throws SQLException {
        var behind = settled;
        // its own statement, before that of the rows, which then show all up to it
        settled = Math.max(settled, settled());
        var messages = new ArrayList<String>();
        try (var statement = connection.prepareStatement(ROWS)) {
            statement.setLong(1, behind);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (read.add(rows.getLong(1))) {
                        messages.add(rows.getString(2));
                    }
                }
            }
        }
        read.removeIf(id -> id <= settled);
        return messages;
    }

    private long settled() throws SQLException {
        try (var statement = connection.prepareStatement(SETTLED);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
