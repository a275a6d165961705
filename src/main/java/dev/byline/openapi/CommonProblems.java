package dev.byline.openapi;

import static dev.byline.http.ProblemType.*;

import dev.byline.http.ProblemType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/// What can go wrong in every operation of a kind.
final class CommonProblems {
    private CommonProblems() {}

    static Set<ProblemType> of(HttpMethod method, Operation operation) {
        var problems =
                EnumSet.of(
                        INVALID_REQUEST,
                        UNKNOWN_PARAMETER,
                        INVALID_PARAMETER,
                        UNAUTHENTICATED,
                        INVALID_TOKEN,
                        NOT_ACCEPTABLE,
                        ADDRESS_TOO_LONG,
                        RATE_LIMITED,
                        HEADERS_TOO_LARGE,
                        INTERNAL_ERROR,
                        UNAVAILABLE);
        problems.addAll(ofQuery(operation));
        if (!DocumentFilter.isOpenToAll(operation) || !DocumentFilter.isReading(method)) {
            problems.add(FORBIDDEN);
        }
        if (CommonParameters.isAtPath(operation)) {
            problems.add(NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(ofBody(operation));
        }
        problems.addAll(ofCondition(method, operation));
        return problems;
    }

    private static Set<ProblemType> ofQuery(Operation operation) {
        var problems = EnumSet.noneOf(ProblemType.class);
        if (CommonParameters.has(operation, "sort")) {
            problems.add(UNKNOWN_SORT_KEY);
        }
        if (CommonParameters.has(operation, "filter")) {
            problems.add(INVALID_FILTER);
            problems.add(UNKNOWN_FIELD);
        }
        if (CommonParameters.has(operation, "fields")) {
            problems.add(UNKNOWN_FIELD);
            problems.add(FORBIDDEN);
        }
        if (CommonParameters.has(operation, "after")) {
            problems.add(INVALID_CURSOR);
        }
        return problems;
    }

    private static Set<ProblemType> ofBody(Operation operation) {
        var problems =
                EnumSet.of(
                        MALFORMED_JSON,
                        MISSING_BODY,
                        UNKNOWN_PROPERTY,
                        WRONG_TYPE,
                        INVALID_TEXT,
                        TOO_LARGE,
                        UNSUPPORTED_MEDIA_TYPE,
                        INVALID);
        if (CommonParameters.has(operation, "Idempotency-Key")) {
            problems.add(IDEMPOTENCY_KEY_REUSED);
        }
        return problems;
    }

    private static Set<ProblemType> ofCondition(HttpMethod method, Operation operation) {
        var problems = EnumSet.noneOf(ProblemType.class);
        if (CommonParameters.has(operation, "If-Match")) {
            problems.add(PRECONDITION_FAILED);
            if (method == HttpMethod.PUT || method == HttpMethod.DELETE) {
                problems.add(PRECONDITION_REQUIRED);
            }
        }
        return problems;
    }
}
