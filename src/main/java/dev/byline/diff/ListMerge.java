package dev.byline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What two edits of one list without doubles come to together: what either took out is out, what
/// either put in stands behind what it stood behind there. Only one of them may have changed the
/// order of what stays.
public final class ListMerge {
    private ListMerge() {}

    /// Nothing where both changed the order, and not to the same.
    public static <T> Optional<List<T>> of(List<T> base, List<T> theirs, List<T> yours) {
        if (!isReordered(base, yours)) {
            return Optional.of(applied(base, yours, theirs));
        }
        return isReordered(base, theirs) && isReordered(theirs, yours)
                ? Optional.empty()
                : Optional.of(applied(base, theirs, yours));
    }

    private static <T> boolean isReordered(List<T> one, List<T> other) {
        return !common(one, other).equals(common(other, one));
    }

    private static <T> List<T> common(List<T> one, List<T> other) {
        return one.stream().filter(other::contains).toList();
    }

    /// What was put into the base and taken out of it in `edited`, done to another list.
    private static <T> List<T> applied(List<T> base, List<T> edited, List<T> to) {
        var merged = new ArrayList<>(to);
        merged.removeIf(item -> base.contains(item) && !edited.contains(item));
        for (var place = 0; place < edited.size(); place++) {
            var item = edited.get(place);
            if (!base.contains(item) && !merged.contains(item)) {
                merged.add(behind(edited.subList(0, place), merged), item);
            }
        }
        return merged;
    }

    /// The place behind the last of these that is there.
    private static <T> int behind(List<T> before, List<T> merged) {
        return before.reversed().stream()
                .filter(merged::contains)
                .findFirst()
                .map(item -> merged.indexOf(item) + 1)
                .orElse(0);
    }
}
