package dev.byline.list;

import dev.byline.http.Instants;
import dev.byline.identity.Audience;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Something that a list can be sorted by: its name in the API, the SQL that yields it (never
/// null), its type, and who may sort by it.
public record SortKey(String name, String expression, Type type, Audience audience) {
    /// Ahead of bytes in a cursor, where the release before had a name.
    private static final String BYTES = "~";

    public enum Type {
        TEXT,
        /// A key of [dev.byline.text.Collation].
        NAME,
        NUMBER,
        /// In a log, of as many digits as a `bigint` has.
        POSITION,
        INSTANT,
        ID;

        /// A value as a cursor holds it; empty for what none of this server's cursors holds.
        Optional<Object> read(String text) {
            return switch (this) {
                case TEXT -> Optional.of(text);
                case NAME -> bytes(text);
                case NUMBER ->
                        text.matches("-?\\d{1,9}")
                                ? Optional.of(Integer.parseInt(text))
                                : Optional.empty();
                case POSITION ->
                        text.matches("\\d{1,18}")
                                ? Optional.of(Long.parseLong(text))
                                : Optional.empty();
                case INSTANT -> Instants.parse(text).map(Object.class::cast);
                case ID -> id(text);
            };
        }

        private static Optional<Object> bytes(String text) {
            try {
                return text.startsWith(BYTES)
                        ? Optional.of(Base64.getDecoder().decode(text.substring(BYTES.length())))
                        : Optional.empty();
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static Optional<Object> id(String text) {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        /// The value in a column of a row.
        Object column(ResultSet row, String name) throws SQLException {
            return switch (this) {
                case TEXT -> row.getString(name);
                case NAME -> row.getBytes(name);
                case NUMBER -> row.getInt(name);
                case POSITION -> row.getLong(name);
                case INSTANT -> Reads.instant(row, name);
                case ID -> row.getObject(name, UUID.class);
            };
        }

        static String write(Object value) {
            return value instanceof byte[] bytes
                    ? BYTES + Base64.getEncoder().encodeToString(bytes)
                    : String.valueOf(value);
        }
    }

    private SortKey(String name, String expression, Type type) {
        this(name, expression, type, Audience.EVERYONE);
    }

    static SortKey id(String expression) {
        return new SortKey("id", expression, Type.ID);
    }

    public static SortKey text(String name, String expression) {
        return new SortKey(name, expression, Type.TEXT);
    }

    /// By the rules of the site's language.
    ///
    /// @param expression of a column of keys
    public static SortKey name(String name, String expression) {
        return new SortKey(name, expression, Type.NAME);
    }

    public static SortKey number(String name, String expression) {
        return new SortKey(name, expression, Type.NUMBER);
    }

    public static SortKey position(String name, String expression) {
        return new SortKey(name, expression, Type.POSITION);
    }

    public static SortKey instant(String name, String expression) {
        return new SortKey(name, expression, Type.INSTANT);
    }

    public SortKey only(Audience audience) {
        return new SortKey(name, expression, type, audience);
    }
}
