package dev.byline.openapi;

import static dev.byline.server.Page.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.identity.Permission;
import dev.byline.identity.Role;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/docs/permissions`: which role has which permission, and which one each operation needs.
@Singleton
class PermissionsPage extends DocumentPage {
    private static final String RULES =
            """
            <p>An account has a role, and a role has permissions. Each operation needs one of them, or none: then readers may, who
            have no token. What is not opened is closed.</p>
            <ul>
            <li><em>any</em>: on whatever there is. <em>own</em>: on what the account made, and on what has the account's author in its
            newest byline.
            <li>A contributor writes up to the point where readers would get it. Whoever lacks <code>articles:publish</code> changes no slug,
            no <code>commentsOpen</code> and no trash of what readers get or will get, and sends no <code>publication</code>. A contributor
            whose account is tied to an author (<code>author</code> of the account) stands in the byline of what they make, and takes
            themselves out of no byline but where they made the article.
            <li>The newsroom, as this document calls it, is whoever has <code>drafts:read</code>: it reads every draft, the history of
            everything, and what is in the trash.
            </ul>
            """;

    private static final String OPERATIONS =
            """
            <h2 id="operations">What each operation needs</h2>
            <table>
            <tr><th>operation<th>request<th>needs
            %s
            </table>
            """;

    PermissionsPage(OpenApiDocumentService documents) {
        super(documents, "Who may do what");
    }

    void routes(@Observes Router router) {
        route(router, "/docs/permissions");
    }

    @Override
    String body(JsonNode paths) {
        var operations =
                paths.properties().stream()
                        .flatMap(path -> operations(path.getKey(), path.getValue()))
                        .collect(Collectors.joining("\n"));
        return RULES + roles() + OPERATIONS.formatted(operations);
    }

    private static String roles() {
        var head =
                Arrays.stream(Role.values())
                        .map(role -> "<th>" + role.text())
                        .collect(Collectors.joining());
        return Arrays.stream(Permission.values())
                .map(PermissionsPage::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                "<table>\n<tr><th>permission<th>" + head + "\n",
                                "\n</table>\n"));
    }

    private static String row(Permission permission) {
        return code("`%s`".formatted(permission.text()))
                .transform(name -> "<tr><td>" + name + "<td>" + code(permission.what()))
                .concat(
                        Arrays.stream(Role.values())
                                .map(role -> "<td>" + reach(permission, role))
                                .collect(Collectors.joining()));
    }

    private static String reach(Permission permission, Role role) {
        if (permission.isOfOwn(role)) {
            return "own";
        }
        return permission.isOf(role) ? "any" : "";
    }

    private static Stream<String> operations(String path, JsonNode item) {
        return item.properties().stream()
                .filter(entry -> entry.getValue().has(WhoMay.ROLES))
                .map(entry -> operation(path, entry));
    }

    private static String operation(String path, Map.Entry<String, JsonNode> operation) {
        var scope = operation.getValue().path(WhoMay.SCOPE);
        return "<tr><td>%s<td>%s<td>%s"
                .formatted(
                        operation.getValue().path("operationId").asText(),
                        code(
                                "`%s %s`"
                                        .formatted(
                                                operation.getKey().toUpperCase(Locale.ROOT), path)),
                        scope.isMissingNode() ? "" : code("`" + scope.asText() + "`"));
    }
}
