package dev.byline.openapi;

import static dev.byline.http.ProblemType.*;

import dev.byline.http.ProblemType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// The problems that an operation may answer with: those of its kind, by rule, and its own,
/// which the extension `x-problems` names by their codes. `moved` is none, but belongs here as
/// the other thing that comes instead of an answer: 308 to the present address.
final class ProblemResponses {
    private static final String EXTENSION = "x-problems";
    private static final String MOVED = "moved";

    /// Statuses whose problems are the same wherever they are.
    private static final Map<Integer, String> SHARED =
            Map.ofEntries(
                    Map.entry(401, "Unauthenticated"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "NotFound"),
                    Map.entry(406, "NotAcceptable"),
                    Map.entry(412, "PreconditionFailed"),
                    Map.entry(413, "TooLarge"),
                    Map.entry(414, "AddressTooLong"),
                    Map.entry(415, "UnsupportedMediaType"),
                    Map.entry(428, "PreconditionRequired"),
                    Map.entry(429, "RateLimited"),
                    Map.entry(431, "HeadersTooLarge"),
                    Map.entry(500, "InternalError"),
                    Map.entry(503, "Unavailable"));

    private final Components components;
    private final ProblemExamples examples;

    ProblemResponses(Components components) {
        this.components = components;
        this.examples = new ProblemExamples(components);
        components.addResponse("Moved", moved());
    }

    void add(HttpMethod method, Operation operation) {
        var codes = declared(operation);
        forget(operation);
        var problems = EnumSet.copyOf(CommonProblems.of(method, operation));
        codes.stream()
                .filter(code -> !code.equals(MOVED))
                .map(ProblemResponses::problem)
                .forEach(problems::add);
        problems.stream()
                .collect(Collectors.groupingBy(ProblemType::status))
                .forEach((status, types) -> add(operation, status, types));
        if (codes.contains(MOVED) || CommonParameters.isAtPath(operation)) {
            operation.getResponses().addAPIResponse("308", reference("Moved"));
        }
        sort(operation.getResponses());
    }

    private static void sort(APIResponses responses) {
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private void add(Operation operation, int status, List<ProblemType> types) {
        var name = SHARED.get(status);
        if (name != null
                && (components.getResponses() == null
                        || !components.getResponses().containsKey(name))) {
            components.addResponse(name, response(status, types));
        }
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status),
                        name == null ? response(status, types) : reference(name));
    }

    private static Set<String> declared(Operation operation) {
        var extensions = operation.getExtensions();
        return extensions == null || !extensions.containsKey(EXTENSION)
                ? Set.of()
                : Set.of(extensions.get(EXTENSION).toString().split(","));
    }

    /// The scanner copies the extension to the responses.
    private static void forget(Operation operation) {
        operation.removeExtension(EXTENSION);
        operation.getResponses().removeExtension(EXTENSION);
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> response.removeExtension(EXTENSION));
    }

    private static ProblemType problem(String code) {
        return Stream.of(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No problem has the code " + code));
    }

    private APIResponse response(int status, List<ProblemType> types) {
        var type = OASFactory.createMediaType().schema(ComponentSchemas.reference("Problem"));
        examples.add(type, types);
        var content = OASFactory.createContent().addMediaType("application/problem+json", type);
        var response =
                OASFactory.createAPIResponse().description(description(types)).content(content);
        return switch (status) {
            case 401 ->
                    response.addHeader(
                            "WWW-Authenticate",
                            SuccessHeaders.required(
                                    "What is needed (RFC 6750).", SuccessHeaders.text()));
            case 429 ->
                    retryAfter(response)
                            .addHeader("RateLimit", SuccessHeaders.balance())
                            .addHeader("RateLimit-Policy", SuccessHeaders.policy());
            case 503 -> retryAfter(response);
            default -> response;
        };
    }

    private static APIResponse retryAfter(APIResponse response) {
        return response.addHeader(
                "Retry-After",
                SuccessHeaders.required(
                        "After how many seconds to try again.",
                        SuccessHeaders.text().pattern("^[0-9]+$")));
    }

    private static String description(List<ProblemType> types) {
        return types.stream()
                .map(type -> "%s: [`%s`](%s).".formatted(type.title(), type.code(), type.page()))
                .collect(Collectors.joining(types.size() == 1 ? "" : "\n\n"));
    }

    private static APIResponse moved() {
        return OASFactory.createAPIResponse()
                .description(
                        "The slug is a former one, or holds percent-encodings that it does not need: repeat the"
                                + " request at `Location`.")
                .addHeader("Location", SuccessHeaders.location("The present address."));
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }
}
