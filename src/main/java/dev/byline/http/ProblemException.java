package dev.byline.http;

import dev.byline.http.Problem.Fault;
import java.util.List;

/// Carries a [Problem] to whoever asked.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /// 422 for one place of the body.
    public static ProblemException invalid(String pointer, FaultCode code, String detail) {
        return invalid(List.of(Fault.inBody(pointer, code, detail)));
    }

    /// 422 for a place that names what is not there.
    public static ProblemException unknown(String pointer, String noun) {
        return invalid(List.of(Fault.unknown(pointer, noun)));
    }

    /// 422 for several places; the detail tells the first in words.
    public static ProblemException invalid(List<Fault> faults) {
        var first = faults.getFirst();
        var place = first.pointer().isEmpty() ? "the body" : first.pointer().substring(1);
        var more = faults.size() > 1 ? " (and %d more)".formatted(faults.size() - 1) : "";
        return new ProblemException(
                Problem.of(ProblemType.INVALID, place + " " + first.detail() + more).with(faults));
    }

    /// The same of a larger body, which holds at this place the one that it is about.
    ///
    /// @param place a JSON pointer, such as `/publication`
    public ProblemException under(String place) {
        return problem.errors() == null
                ? this
                : invalid(problem.errors().stream().map(fault -> fault.under(place)).toList());
    }

    /// The same of one thing among several.
    ///
    /// @param which one, for people
    public ProblemException about(String which) {
        return new ProblemException(problem.withDetail(which + ": " + problem.detail()));
    }

    /// What is wrong at one place of a parameter's text.
    ///
    /// @param position counted from 0 in the decoded text
    /// @param detail a sentence
    public static ProblemException inParameter(
            ProblemType type, String parameter, int position, FaultCode code, String detail) {
        var fault = new Fault(null, parameter, position, code.code(), detail);
        return new ProblemException(Problem.of(type, detail).with(List.of(fault)));
    }

    /// 409 for a thing that articles refer to.
    public static ProblemException inUse(String detail, long articles) {
        return new ProblemException(Problem.of(ProblemType.IN_USE, detail).withArticles(articles));
    }

    /// 412 that tells the version now.
    public static ProblemException changed(String detail, String current) {
        return changed(detail, current, null);
    }

    /// Likewise, and what became of the thing since the version that the request named.
    public static ProblemException changed(String detail, String current, ChangedSince since) {
        return new ProblemException(
                Problem.of(ProblemType.PRECONDITION_FAILED, detail).withCurrent(current, since));
    }

    /// 409 for an edit that cannot be merged with another.
    public static ProblemException conflict(List<EditConflict> conflicts) {
        var fields = conflicts.stream().map(EditConflict::field).distinct().toList();
        return new ProblemException(
                Problem.of(
                                ProblemType.EDIT_CONFLICT,
                                "Another edit changed the same: %s."
                                        .formatted(String.join(", ", fields)))
                        .withConflicts(conflicts));
    }

    /// For several things to do of which one was refused.
    ///
    /// @param index its place among them
    /// @param id its name among them, or null
    public static ProblemException ofPart(
            ProblemType type, String detail, int index, String id, Problem refused) {
        return new ProblemException(
                Problem.of(type, detail).withFailed(new FailedPart(index, id, refused)));
    }

    public Problem problem() {
        return problem;
    }
}
