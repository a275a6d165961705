package dev.byline.diff;

import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What two edits of one sequence come to together, part by part, as diff3 does it. Changes of
/// neighbours go together; what both changed, but not to the same, is a conflict, and so is what
/// both put in at one place.
final class ThreeWayMerge<T> {
    /// A part of the outcome.
    sealed interface Part<T> {}

    /// What is undisputed.
    record Agreed<T>(List<T> items) implements Part<T> {}

    /// @param place in the base
    record Disputed<T>(int place, List<T> base, List<T> theirs, List<T> yours) implements Part<T> {}

    private record Edit<T>(boolean isTheirs, int from, int to, List<T> by) {
        static <T> Edit<T> of(boolean isTheirs, AbstractDelta<T> delta) {
            var from = delta.getSource().getPosition();
            return new Edit<>(
                    isTheirs, from, from + delta.getSource().size(), delta.getTarget().getLines());
        }
    }

    private final List<T> base;
    private final List<Part<T>> parts = new ArrayList<>();

    /// The edits that touch each other, and the stretch that they are about.
    private final List<Edit<T>> group = new ArrayList<>();

    private int from;
    private int to;

    private ThreeWayMerge(List<T> base) {
        this.base = base;
    }

    static <T> List<Part<T>> of(List<T> base, List<T> theirs, List<T> yours) {
        var merge = new ThreeWayMerge<>(base);
        Stream.concat(edits(true, base, theirs), edits(false, base, yours))
                .sorted(Comparator.<Edit<T>>comparingInt(Edit::from).thenComparingInt(Edit::to))
                .forEach(merge::add);
        merge.finishGroup();
        merge.agree(base.subList(merge.to, base.size()));
        return merge.parts;
    }

    private static <T> Stream<Edit<T>> edits(boolean isTheirs, List<T> base, List<T> edited) {
        return AnchoredDiff.diff(base, edited).getDeltas().stream()
                .map(delta -> Edit.of(isTheirs, delta));
    }

    private void add(Edit<T> edit) {
        if (!touches(edit)) {
            finishGroup();
            agree(base.subList(to, edit.from));
            from = edit.from;
            to = edit.to;
        }
        group.add(edit);
        to = Math.max(to, edit.to);
    }

    /// Whether it is about what the group is about already, or puts something in at the same place.
    private boolean touches(Edit<T> edit) {
        var isPutIn = edit.from == edit.to && from == to;
        return !group.isEmpty() && (edit.from < to || isPutIn && edit.from == from);
    }

    private void finishGroup() {
        if (group.isEmpty()) {
            return;
        }
        var theirs = edited(true);
        var yours = edited(false);
        if (group.stream().noneMatch(Edit::isTheirs) || theirs.equals(yours)) {
            agree(yours);
        } else if (group.stream().allMatch(Edit::isTheirs)) {
            agree(theirs);
        } else {
            parts.add(new Disputed<>(from, base.subList(from, to), theirs, yours));
        }
        group.clear();
    }

    /// The stretch of the group as one side has it.
    private List<T> edited(boolean isTheirs) {
        var items = new ArrayList<T>();
        var place = from;
        for (var edit : group) {
            if (edit.isTheirs == isTheirs) {
                items.addAll(base.subList(place, edit.from));
                items.addAll(edit.by);
                place = edit.to;
            }
        }
        items.addAll(base.subList(place, to));
        return items;
    }

    private void agree(List<T> items) {
        if (!items.isEmpty()) {
            parts.add(new Agreed<>(List.copyOf(items)));
        }
    }
}
