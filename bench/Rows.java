package bench;

import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Rows in the text format of `COPY`.
final class Rows {
    private final String table;
    private final StringBuilder text = new StringBuilder();

    /// @param table with its columns, as `COPY` names them
    Rows(String table) {
        this.table = table;
    }

    void copy(Connection connection) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
    }

    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t");
            switch (values[i]) {
                case null -> text.append("\\N");
                case String words -> escape(words);
                case Instant instant -> text.append(instant);
                case Object value -> text.append(value);
            }
        }
        text.append('\n');
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
