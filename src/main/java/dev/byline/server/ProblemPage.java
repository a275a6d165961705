package dev.byline.server;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `/problems`: all problems, and all codes of what is wrong at one place; and the page of each
/// problem, to which its `type` leads.
final class ProblemPage {
    private static final List<ProblemType> PROBLEMS = List.of(ProblemType.values());
    private static final List<FaultCode> FAULTS = List.of(FaultCode.values());

    private static final String LIST =
            Page.of(
                    "Problems",
                    """
                    <p>Every error is a problem document (RFC 9457), and its <code>type</code> is one of these pages.</p>
                    <ul>
                    %s
                    </ul>
                    <h2 id="errors">Codes of <code>errors</code></h2>
                    <p>Where a place in the body or in a parameter is wrong, <code>errors</code> has it, with one of these.</p>
                    <dl>
                    %s
                    </dl>
                    """
                            .formatted(
                                    lines(PROBLEMS, ProblemPage::entry),
                                    lines(FAULTS, ProblemPage::entry)));

    private static final String JSON =
            new JsonObject()
                    .put("problems", array(PROBLEMS, ProblemPage::json))
                    .put("errors", array(FAULTS, ProblemPage::json))
                    .encode();

    private ProblemPage() {}

    static void list(RoutingContext context) {
        Page.send(context, LIST, JSON);
    }

    private static <T> String lines(List<T> things, Function<T, String> line) {
        return things.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static <T> JsonArray array(List<T> things, Function<T, JsonObject> json) {
        return new JsonArray(things.stream().map(json).toList());
    }

    private static String entry(ProblemType type) {
        return "<li>%d <a href=\"%s\">%s</a>: %s"
                .formatted(type.status(), type.page(), type.code(), type.title());
    }

    private static String entry(FaultCode fault) {
        return "<dt id=\"error-%1$s\"><code>%1$s</code><dd>%2$s"
                .formatted(fault.code(), Page.code(fault.explanation()));
    }

    private static JsonObject json(ProblemType type) {
        return new JsonObject()
                .put("code", type.code())
                .put("type", type.page())
                .put("title", type.title())
                .put("status", type.status())
                .put("explanation", type.explanation());
    }

    private static JsonObject json(FaultCode fault) {
        return new JsonObject().put("code", fault.code()).put("explanation", fault.explanation());
    }

    static void serve(RoutingContext context) {
        ProblemType.byCode(context.pathParam("code"))
                .ifPresentOrElse(
                        type -> Page.send(context, page(type)),
                        () ->
                                Refusals.answer(
                                        context,
                                        ProblemType.NOT_FOUND,
                                        "There is no problem of this name."));
    }

    private static String page(ProblemType type) {
        return Page.of(
                type.title(),
                """
                <p>Status %d, code <code>%s</code></p>
                <p>%s</p>
                """
                        .formatted(type.status(), type.code(), Page.code(type.explanation())));
    }
}
