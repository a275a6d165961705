package dev.byline.importer.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What fields may say about readers by their values, though their names say nothing about them.
final class HarmlessValues {
    /// Last words of fields that sort texts: `post_type: private` hides one as `private: true`
    /// does.
    private static final Set<String> SORTING =
            names(
                    """
                    layout template type kind format class section label labels tag tags topic topics
                    category categories taxonomies style css theme position
                    """);

    /// Fields of which a generator takes one text for several: `tags: private, town`.
    private static final Set<String> LISTING = names("tags categories topics labels");

    /// Fields of the page itself: `page: false` says that it is none.
    private static final Set<String> PAGES =
            names("page post article site website content nav navigation");

    private static final Set<String> NO = names("false no off");

    private static final Pattern NO_INDEX =
            Pattern.compile(
                    "(?i)(?=.*(?:noindex|none))(?:(?:none|(?:no)?(?:index|follow|archive|snippet|imageindex))[,;\\s]*)+");

    private HarmlessValues() {}

    static List<String> limits(String name, Node value) {
        var words = FieldKind.words(name);
        var limits = new ArrayList<String>();
        if (SORTING.contains(words.getLast())) {
            texts(value)
                    .flatMap(text -> parts(text, isListing(words, value)))
                    .filter(FieldKind::isLimited)
                    .forEach(part -> limits.add(name + ": " + part));
        }
        if (value instanceof ScalarNode scalar && isLimit(words, scalar.getValue().strip())) {
            limits.add(FrontMatter.describe(name, value));
        }
        return limits;
    }

    private static boolean isListing(List<String> words, Node value) {
        return value instanceof ScalarNode && LISTING.contains(words.getLast());
    }

    private static Stream<String> parts(String text, boolean isListing) {
        var parts = Stream.of(text.split(isListing ? "[,;|\\s]+" : "[,;|]"));
        return Stream.concat(Stream.of(text), parts).distinct();
    }

    private static boolean isLimit(List<String> words, String text) {
        return NO_INDEX.matcher(text).matches()
                || PAGES.contains(String.join("", words))
                        && NO.contains(text.toLowerCase(Locale.ROOT));
    }

    /// All texts in it, at whatever depth.
    private static Stream<String> texts(Node value) {
        var texts = new ArrayList<String>();
        collect(value, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
        return texts.stream();
    }

    private static void collect(Node value, List<String> texts, Set<Node> entered) {
        if (!entered.add(value)) return;
        switch (value) {
            case ScalarNode scalar -> texts.add(scalar.getValue());
            case SequenceNode list ->
                    list.getValue().forEach(item -> collect(item, texts, entered));
            case MappingNode mapping ->
                    mapping.getValue()
                            .forEach(entry -> collect(entry.getValueNode(), texts, entered));
            default -> {}
        }
    }

    private static Set<String> names(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
