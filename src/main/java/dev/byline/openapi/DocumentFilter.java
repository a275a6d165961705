package dev.byline.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/// Completes the OpenAPI document by rule, so that no operation can forget what all operations
/// of its kind have in common: problems, headers, conditions, patches, sparse answers, examples.
/// What only one operation knows stands as an annotation beside it, and is left as it is.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    private static final String SCHEME = "token";

    private final IndexView index;

    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = new ComponentSchemas(document.getComponents());
        var views = new ViewRecords(index);
        schemas.repair();
        var lists = new ListSchemas(schemas);
        SchemaTree.operations(document).forEach(lists::describe);
        new RecordSchemas(schemas, views).complete(document);
        document.setTags(TagOrder.of(document.getTags()));
        new Unions(schemas).resolve(document);
        var patches = new PatchSchemas(schemas);
        var sparse = new SparseSchemas(schemas);
        var examples = new BodyExamples(schemas);
        var parameters = new CommonParameters(schemas, views);
        var problems = new ProblemResponses(document.getComponents());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(
                        path ->
                                path.getOperations()
                                        .forEach(
                                                (method, operation) -> {
                                                    openToAll(operation);
                                                    WhoMay.tell(operation);
                                                    patches.describe(operation);
                                                    parameters.describe(method, operation);
                                                    sparse.describe(operation);
                                                    examples.add(method, operation);
                                                    BodyLimits.describe(operation);
                                                    SuccessHeaders.add(method, operation);
                                                    problems.add(method, operation);
                                                }));
        new InputSchemas(schemas).close(document);
    }

    /// What needs no token is answered by what the token may see.
    private static void openToAll(Operation operation) {
        if (operation.getSecurity() == null) {
            operation.addSecurityRequirement(requirement());
            operation.addSecurityRequirement(requirement().addScheme(SCHEME));
        }
    }

    /// Whether a reader is let in.
    static boolean isOpenToAll(Operation operation) {
        return operation.getSecurity().stream()
                .anyMatch(
                        requirement ->
                                requirement.getSchemes() == null
                                        || requirement.getSchemes().isEmpty());
    }

    static boolean isReading(HttpMethod method) {
        return method == HttpMethod.GET;
    }

    private static SecurityRequirement requirement() {
        return OASFactory.createSecurityRequirement();
    }
}
