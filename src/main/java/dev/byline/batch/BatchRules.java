package dev.byline.batch;

import dev.byline.http.FaultCode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.text.Nearest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What can be told to be wrong with a batch before anything of it is done.
@Singleton
class BatchRules {
    private final Endpoints endpoints;

    BatchRules(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /// @throws ProblemException `invalid`, with all that is wrong
    void check(List<BatchInput.Item> operations) {
        var faults = new ArrayList<Fault>();
        var names = new HashSet<String>();
        for (var index = 0; index < operations.size(); index++) {
            var place = "/operations/" + index;
            var item = operations.get(index);
            name(place + "/id", item.id(), names).forEach(faults::add);
            var endpoint = endpoints.of(item.operation());
            parameters(place + "/parameters", item, endpoint).forEach(faults::add);
            body(place + "/body", item, endpoint).forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static Stream<Fault> name(String place, String name, Set<String> others) {
        if (name == null) {
            return Stream.empty();
        }
        if (!name.matches(BatchInput.Item.NAME)) {
            return Stream.of(
                    Fault.inBody(
                            place,
                            FaultCode.WRONG_VALUE,
                            "must be a letter and up to 63 further letters, digits, _ and -"));
        }
        return others.add(name)
                ? Stream.empty()
                : Stream.of(
                        Fault.inBody(place, FaultCode.TWICE, "is an earlier operation's already"));
    }

    private static Stream<Fault> parameters(String place, BatchInput.Item item, Endpoint endpoint) {
        var unknown =
                item.parameters().keySet().stream()
                        .filter(name -> !endpoint.parameters().contains(name))
                        .map(
                                name ->
                                        Fault.inBody(
                                                place + "/" + escaped(name),
                                                FaultCode.UNKNOWN_PROPERTY,
                                                unknown(name, endpoint.parameters())));
        var missing =
                endpoint.needed().stream()
                        .filter(name -> item.parameters().get(name) == null)
                        .map(
                                name ->
                                        Fault.inBody(
                                                place + "/" + name,
                                                FaultCode.MISSING,
                                                "must not be left out of " + item.operation()));
        return Stream.concat(unknown, missing);
    }

    private static String unknown(String name, Set<String> known) {
        return Nearest.of(name, known)
                .map("is not known; did you mean \"%s\"?"::formatted)
                .orElse("is not known");
    }

    /// RFC 6901, 3.
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Stream<Fault> body(String place, BatchInput.Item item, Endpoint endpoint) {
        if (endpoint.takesBody() == (item.body() != null)) {
            return Stream.empty();
        }
        return Stream.of(
                endpoint.takesBody()
                        ? Fault.inBody(
                                place,
                                FaultCode.MISSING,
                                "must not be left out of " + item.operation())
                        : Fault.inBody(
                                place,
                                FaultCode.UNKNOWN_PROPERTY,
                                "is nothing that " + item.operation() + " takes"));
    }
}
