package dev.byline.identity;

import dev.byline.connection.AddressRange;
import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A token as it is looked up for a request.
///
/// @param addresses from which alone it is taken; none for everywhere
/// @param isFirstOfDay whether it was not used yet on this day
record FoundToken(
        Caller caller,
        List<String> addresses,
        boolean isSuspended,
        boolean hasExpired,
        boolean isFirstOfDay) {

    static FoundToken of(ResultSet row) throws SQLException {
        return new FoundToken(
                Caller.of(row, permissions(row)),
                texts(row, "addresses"),
                row.getBoolean("suspended"),
                row.getBoolean("has_expired"),
                row.getBoolean("is_first_of_day"));
    }

    /// What both its role and its scopes have.
    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        var permissions = EnumSet.copyOf(Permission.of(Role.valueOf(row.getString("role"))));
        if (!row.getBoolean("is_whole")) {
            var scopes = texts(row, "scopes");
            permissions.removeIf(one -> !scopes.contains(one.text()));
        }
        return permissions;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /// Why it opens nothing, for the log alone.
    Optional<String> refusal(InetAddress from) {
        if (isSuspended) {
            return Optional.of("its account is suspended");
        }
        if (hasExpired) {
            return Optional.of("it has expired");
        }
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> holds(range, from))
                ? Optional.empty()
                : Optional.of("it is not for this address");
    }

    private static boolean holds(String range, InetAddress address) {
        return AddressRange.parse(range).filter(one -> one.holds(address)).isPresent();
    }
}
