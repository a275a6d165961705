package dev.byline.diff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds which text of a history each paragraph of the last one comes from, going back from text to
/// text. It holds no more of them than the paragraphs of two.
public final class Origins {
    private static final int UNKNOWN = -1;

    /// The number of the text that each paragraph of the last one comes from.
    private final int[] origins;

    /// Those of the text that was come to, and which of the last text each is, if one.
    private List<String> paragraphs;
    private int[] owners;

    private int text;

    /// @param last the paragraphs of the last text
    /// @param text its number
    public Origins(List<String> last, int text) {
        this.paragraphs = bare(last);
        this.owners = IntStream.range(0, last.size()).toArray();
        this.origins = new int[last.size()];
        this.text = text;
    }

    /// The blank lines behind a paragraph are not its own.
    private static List<String> bare(List<String> paragraphs) {
        return paragraphs.stream().map(Paragraphs::withoutGap).toList();
    }

    /// Goes back to the text before. What is not there came with the one behind it.
    public void goBack(List<String> earlier, int earlierText) {
        var before = bare(earlier);
        var places = AnchoredDiff.places(before, paragraphs);
        var earlierOwners = new int[before.size()];
        Arrays.fill(earlierOwners, UNKNOWN);
        for (var place = 0; place < places.length; place++) {
            if (places[place] != AnchoredDiff.NONE) {
                earlierOwners[place] = owners[places[place]];
                owners[places[place]] = UNKNOWN;
            }
        }
        settle();
        paragraphs = before;
        owners = earlierOwners;
        text = earlierText;
    }

    private void settle() {
        for (var owner : owners) {
            if (owner != UNKNOWN) {
                origins[owner] = text;
            }
        }
    }

    /// Whether the origin of each is known, so that no earlier text says more.
    public boolean areKnown() {
        return Arrays.stream(owners).allMatch(owner -> owner == UNKNOWN);
    }

    /// The number of the text that each comes from. What is in the earliest one that was come to
    /// comes from there.
    public int[] all() {
        settle();
        return origins;
    }
}
