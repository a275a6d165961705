package dev.byline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/// What must hold of any two edits of any list.
class ListMergeProperties {

    @Property(tries = 1000)
    void what_either_put_in_is_there_and_what_either_took_out_is_not(
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(max = 9) Integer> base,
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(max = 9) Integer> theirs,
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(max = 9) Integer> yours) {
        var merge = ListMerge.of(base, theirs, yours);
        if (merge.isEmpty()) {
            assertTrue(isReordered(base, theirs) && isReordered(base, yours));
            return;
        }
        var wanted = new HashSet<Integer>(theirs);
        wanted.addAll(yours);
        wanted.removeIf(
                item -> base.contains(item) && !(theirs.contains(item) && yours.contains(item)));
        assertEquals(wanted, Set.copyOf(merge.get()));
        assertEquals(wanted.size(), merge.get().size());
        assertFalse(isReordered(merge.get(), theirs) && isReordered(merge.get(), yours));
    }

    private static boolean isReordered(List<Integer> one, List<Integer> other) {
        return !one.stream()
                .filter(other::contains)
                .toList()
                .equals(other.stream().filter(one::contains).toList());
    }

    @Property(tries = 300)
    void an_edit_that_nobody_met_is_the_outcome(
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(max = 9) Integer> base,
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(max = 9) Integer> edit) {
        assertEquals(edit, ListMerge.of(base, edit, base).orElseThrow());
        assertEquals(edit, ListMerge.of(base, base, edit).orElseThrow());
    }
}
