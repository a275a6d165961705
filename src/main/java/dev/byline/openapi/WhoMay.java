package dev.byline.openapi;

import dev.byline.identity.Permission;
import dev.byline.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Who may do what an operation does, by its [Permission]: the roles as `x-roles` and the scope of
/// a token as `x-scope` for programs, and both in a sentence for people. `reader` is who has no
/// token; `contributor:own` may do it with their own alone.
final class WhoMay {
    static final String ROLES = "x-roles";
    static final String SCOPE = "x-scope";
    private static final String READER = "reader";
    private static final String OWN = ":own";

    private WhoMay() {}

    static void tell(Operation operation) {
        tellOfParameters(operation);
        if (DocumentFilter.isOpenToAll(operation)) {
            tell(
                    operation,
                    Stream.concat(Stream.of(READER), Arrays.stream(Role.values()).map(Role::text)),
                    "For everybody, without a token too.");
            return;
        }
        permission(operation)
                .ifPresentOrElse(
                        permission -> {
                            operation.addExtension(SCOPE, permission.text());
                            tell(operation, roles(permission), sentence(permission));
                        },
                        () ->
                                tell(
                                        operation,
                                        Arrays.stream(Role.values()).map(Role::text),
                                        "For every account."));
    }

    /// Of those that need a permission besides: they say which by [#SCOPE].
    private static void tellOfParameters(Operation operation) {
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> parameter.getExtensions() != null)
                .filter(parameter -> parameter.getExtensions().containsKey(SCOPE))
                .forEach(WhoMay::tell);
    }

    private static void tell(Parameter parameter) {
        var permission = Permission.of(parameter.getExtensions().get(SCOPE).toString());
        parameter.addExtension(ROLES, roles(permission).toList());
        parameter.setDescription(parameter.getDescription() + " " + sentence(permission));
    }

    private static void tell(Operation operation, Stream<String> roles, String sentence) {
        operation.addExtension(ROLES, roles.toList());
        operation.setDescription(operation.getDescription() + " " + sentence);
    }

    /// The one that its annotation names; none where any account will do.
    private static Optional<Permission> permission(Operation operation) {
        return operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .map(Permission::of)
                .findFirst();
    }

    private static Stream<String> roles(Permission permission) {
        return roles(permission, OWN);
    }

    /// @param own behind the name of a role that has it on its own alone
    private static Stream<String> roles(Permission permission, String own) {
        return Arrays.stream(Role.values())
                .filter(permission::isOf)
                .map(role -> role.text() + (permission.isOfOwn(role) ? own : ""));
    }

    private static String sentence(Permission permission) {
        return "Needs [`%s`](/docs/permissions): %s."
                .formatted(
                        permission.text(),
                        roles(permission, " (own)").collect(Collectors.joining(", ")));
    }
}
