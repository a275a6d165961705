package dev.byline.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Patience diff: what stands once in each of two sequences is aligned first, as long as it is in
/// the same order in both, and Myers' algorithm has what lies between. People see an edit so, and
/// what it costs is bounded: by Myers alone two texts without anything in common take the square of
/// their length. A stretch without anchors that would take too long counts as replaced.
final class AnchoredDiff<T> implements DiffAlgorithmI<T> {
    /// The most that Myers' algorithm is given of both sides together: it takes the square of that.
    private static final int MOST_AT_ONCE = 2_000;

    /// How often what lies between anchors is looked through for further ones.
    private static final int DEEPEST = 8;

    static final int NONE = -1;

    static <T> Patch<T> diff(List<T> before, List<T> after) {
        return DiffUtils.diff(before, after, new AnchoredDiff<>());
    }

    /// Where in the one after each of the one before stands still, or [#NONE].
    static <T> int[] places(List<T> before, List<T> after) {
        return aligned(before, after).places;
    }

    @Override
    public List<Change> computeDiff(
            List<? extends T> before, List<? extends T> after, DiffAlgorithmListener progress) {
        return AnchoredDiff.<T>aligned(before, after).changes();
    }

    private static <T> Alignment<T> aligned(List<? extends T> before, List<? extends T> after) {
        var alignment = new Alignment<T>(before, after);
        alignment.align(new Stretch(0, before.size(), 0, after.size()), 0);
        return alignment;
    }

    private record Stretch(int from, int to, int otherFrom, int otherTo) {
        boolean isEmpty() {
            return from == to || otherFrom == otherTo;
        }

        int size() {
            return to - from + otherTo - otherFrom;
        }
    }

    private static final class Alignment<T> {
        private final List<? extends T> before;
        private final List<? extends T> after;

        /// Where each of the one stands in the other.
        private final int[] places;

        Alignment(List<? extends T> before, List<? extends T> after) {
            this.before = before;
            this.after = after;
            this.places = new int[before.size()];
            Arrays.fill(places, NONE);
        }

        void align(Stretch all, int depth) {
            var stretch = withoutEnds(all);
            if (stretch.isEmpty()) {
                return;
            }
            var anchors = depth < DEEPEST ? anchors(stretch) : List.<int[]>of();
            if (!anchors.isEmpty()) {
                between(stretch, anchors, depth + 1);
            } else if (stretch.size() <= MOST_AT_ONCE) {
                alignByMyers(stretch);
            }
        }

        /// Aligns the beginning and the end that are alike, and returns what lies between.
        private Stretch withoutEnds(Stretch all) {
            var from = all.from;
            var to = all.to;
            var otherFrom = all.otherFrom;
            var otherTo = all.otherTo;
            while (from < to
                    && otherFrom < otherTo
                    && before.get(from).equals(after.get(otherFrom))) {
                places[from++] = otherFrom++;
            }
            while (from < to
                    && otherFrom < otherTo
                    && before.get(to - 1).equals(after.get(otherTo - 1))) {
                places[--to] = --otherTo;
            }
            return new Stretch(from, to, otherFrom, otherTo);
        }

        private void between(Stretch stretch, List<int[]> anchors, int depth) {
            var from = stretch.from;
            var otherFrom = stretch.otherFrom;
            for (var anchor : anchors) {
                places[anchor[0]] = anchor[1];
                align(new Stretch(from, anchor[0], otherFrom, anchor[1]), depth);
                from = anchor[0] + 1;
                otherFrom = anchor[1] + 1;
            }
            align(new Stretch(from, stretch.to, otherFrom, stretch.otherTo), depth);
        }

        private void alignByMyers(Stretch stretch) {
            var from = stretch.from;
            var otherFrom = stretch.otherFrom;
            for (var change :
                    new MyersDiffWithLinearSpace<T>()
                            .computeDiff(
                                    before.subList(stretch.from, stretch.to),
                                    after.subList(stretch.otherFrom, stretch.otherTo),
                                    null)) {
                while (from < stretch.from + change.startOriginal) {
                    places[from++] = otherFrom++;
                }
                from = stretch.from + change.endOriginal;
                otherFrom = stretch.otherFrom + change.endRevised;
            }
            while (from < stretch.to) {
                places[from++] = otherFrom++;
            }
        }

        /// The longest series of pairs that rises on both sides, of what stands once on each.
        private List<int[]> anchors(Stretch stretch) {
            var once = once(before, stretch.from, stretch.to);
            var otherOnce = once(after, stretch.otherFrom, stretch.otherTo);
            var pairs = new ArrayList<int[]>();
            for (var place = stretch.from; place < stretch.to; place++) {
                var item = before.get(place);
                if (once.get(item) == place && otherOnce.getOrDefault(item, NONE) != NONE) {
                    pairs.add(new int[] {place, otherOnce.get(item)});
                }
            }
            return rising(pairs);
        }

        /// Where what stands there once stands, and [#NONE] for the rest.
        private static <T> HashMap<T, Integer> once(List<? extends T> items, int from, int to) {
            var places = new HashMap<T, Integer>();
            for (var place = from; place < to; place++) {
                places.merge(items.get(place), place, (_, _) -> NONE);
            }
            return places;
        }

        /// The longest rising series by patience sorting.
        private static List<int[]> rising(List<int[]> pairs) {
            var ends = new ArrayList<Integer>();
            var previous = new int[pairs.size()];
            for (var index = 0; index < pairs.size(); index++) {
                var pile = pile(pairs, ends, pairs.get(index)[1]);
                previous[index] = pile == 0 ? NONE : ends.get(pile - 1);
                if (pile == ends.size()) {
                    ends.add(index);
                } else {
                    ends.set(pile, index);
                }
            }
            var series = new ArrayList<int[]>();
            for (var index = ends.isEmpty() ? NONE : ends.getLast();
                    index != NONE;
                    index = previous[index]) {
                series.add(pairs.get(index));
            }
            return series.reversed();
        }

        private static int pile(List<int[]> pairs, List<Integer> ends, int value) {
            var low = 0;
            var high = ends.size();
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (pairs.get(ends.get(middle))[1] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        List<Change> changes() {
            var changes = new ArrayList<Change>();
            var from = 0;
            var otherFrom = 0;
            for (var place = 0; place <= places.length; place++) {
                if (place < places.length && places[place] == NONE) {
                    continue;
                }
                var other = place < places.length ? places[place] : after.size();
                if (from < place || otherFrom < other) {
                    changes.add(change(from, place, otherFrom, other));
                }
                from = place + 1;
                otherFrom = other + 1;
            }
            return changes;
        }

        private static Change change(int from, int to, int otherFrom, int otherTo) {
            var type =
                    from == to
                            ? DeltaType.INSERT
                            : otherFrom == otherTo ? DeltaType.DELETE : DeltaType.CHANGE;
            return new Change(type, from, to, otherFrom, otherTo);
        }
    }
}
