package dev.byline.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as a path or a body names them: UUIDs in the textual form of RFC 9562.
/// (`UUID.fromString` takes more.)
public final class Uuids {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    public static Optional<UUID> parse(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
