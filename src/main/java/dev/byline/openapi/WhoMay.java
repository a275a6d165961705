package dev.byline.openapi;

import dev.byline.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Operation;

/// Who may do what an operation does: the roles, each of which holds those below it, as
/// `x-roles` for programs and in a sentence for people. `reader` is who has no token.
final class WhoMay {
    private static final String READER = "reader";

    private WhoMay() {}

    static void tell(Operation operation) {
        var lowest = lowest(operation);
        var roles = new ArrayList<String>();
        if (lowest == null) {
            roles.add(READER);
        }
        Arrays.stream(Role.values())
                .filter(role -> lowest == null || role.holds(lowest))
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .forEach(roles::add);
        operation.addExtension("x-roles", List.copyOf(roles));
        operation.setDescription(operation.getDescription() + " " + sentence(lowest));
    }

    /// Null where everybody may.
    private static Role lowest(Operation operation) {
        return DocumentFilter.isOpenToAll(operation)
                ? null
                : operation.getSecurity().stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .flatMap(List::stream)
                        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                        .min(Role::compareTo)
                        .orElseThrow();
    }

    private static String sentence(Role lowest) {
        return switch (lowest) {
            case null -> "For everybody, without a token too.";
            case MODERATOR -> "For moderators, editors and administrators.";
            case EDITOR -> "For editors and administrators.";
            case ADMIN -> "For administrators.";
        };
    }
}
