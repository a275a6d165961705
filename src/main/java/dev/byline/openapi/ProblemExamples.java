package dev.byline.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.http.FaultCode;
import dev.byline.http.Problem;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/// One example of each problem, as a component under the problem's code.
final class ProblemExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
            new TypeReference<>() {};

    private final Components components;

    ProblemExamples(Components components) {
        this.components = components;
    }

    void add(MediaType content, List<ProblemType> types) {
        types.forEach(
                type -> {
                    components.addExample(type.code(), example(type));
                    content.addExample(
                            type.code(),
                            OASFactory.createExample().ref("#/components/examples/" + type.code()));
                });
    }

    private static Example example(ProblemType type) {
        return OASFactory.createExample()
                .summary(type.title())
                .value(JSON.convertValue(problem(type), OBJECT));
    }

    private static Problem problem(ProblemType type) {
        return switch (type) {
            case INVALID ->
                    ProblemException.invalid(
                                    "/title",
                                    FaultCode.TOO_LONG,
                                    "must have 300 characters at most")
                            .problem();
            case INVALID_FILTER ->
                    ProblemException.inParameter(
                                    type,
                                    "filter",
                                    0,
                                    FaultCode.WRONG_VALUE,
                                    "wordCount must be compared with a whole number, and not with \"many\".")
                            .problem();
            case IN_USE -> ProblemException.inUse(detail(type), 12).problem();
            case PRECONDITION_FAILED ->
                    ProblemException.changed(detail(type), "\"4.k2x9\"").problem();
            case INTERNAL_ERROR ->
                    Problem.of(type, detail(type))
                            .withInstance("urn:uuid:019329c4-8a00-7c3a-9d2e-5b7f1a2c3d4e");
            default -> Problem.of(type, detail(type));
        };
    }

    /// The first sentence of what explains it.
    private static String detail(ProblemType type) {
        return type.explanation().replaceFirst("(?s)\\. .*", ".").replace("`", "");
    }
}
