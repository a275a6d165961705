package dev.byline.body;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.net.URL;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Articles are rendered as the examples of CommonMark and of GitHub Flavored Markdown have it.
/// `specification-differences.txt` lists those that are not: the name of the specification, the
/// number of the example in it, and why.
@Execution(CONCURRENT)
class SpecificationTest {
    /// Beside these, white space shows nothing.
    private static final Set<String> BLOCKS =
            Set.of(
                    ("body p h1 h2 h3 h4 h5 h6 hr pre div blockquote ul ol li table thead tbody tr"
                                    + " th td section")
                            .split(" "));

    private record Example(String name, String source, String html) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        return Stream.concat(
                read("commonmark", TestResources.getSpec()),
                read("gfm", TestResources.getGfmSpec()));
    }

    private static Stream<Example> read(String specification, URL text) {
        var number = new int[1];
        return ExampleReader.readExamples(text).stream()
                .map(
                        one ->
                                new Example(
                                        specification + " " + ++number[0],
                                        one.getSource(),
                                        one.getHtml().replace('→', '\t')));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRenderedAsSpecifiedOrDiffersForAReason(Example example) throws IOException {
        var expected = normalised(example.html);
        var rendered = normalised(Rendering.of(example.source, BodyFormat.MARKDOWN).html());
        var reason = differences().get(example.name);
        if (reason == null) {
            assertEquals(expected, rendered, example.source);
        } else {
            assertNotEquals(expected, rendered, () -> "no difference any more: " + reason);
        }
    }

    @Test
    void whatDiffersIsListedOnceWithAReasonAndIsThere() throws IOException {
        var names = examples().map(Example::name).toList();
        assertEquals(652 + 672, names.size());
        for (var difference : differences().entrySet()) {
            assertTrue(names.contains(difference.getKey()), difference::toString);
            assertTrue(difference.getValue().length() > 10, difference::toString);
        }
    }

    private static Map<String, String> differences() throws IOException {
        var differences = new LinkedHashMap<String, String>();
        for (var line : Fixture.of("specification-differences.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split(" ", 3);
                var before = differences.put(parts[0] + " " + parts[1], parts[2]);
                assertEquals(null, before, line);
            }
        }
        return differences;
    }

    /// Without what no reader sees: the order of attributes, white space between blocks, and the
    /// ids that all headings have here.
    private static String normalised(String html) {
        var body = Jsoup.parse(html).body();
        body.select("h1, h2, h3, h4, h5, h6").removeAttr("id");
        return written(body);
    }

    private static String written(Node node) {
        return switch (node) {
            case TextNode text -> Entities.escape(words(text));
            case Element element ->
                    "<"
                            + element.normalName()
                            + element.attributes().asList().stream()
                                    .sorted(Comparator.comparing(Attribute::getKey))
                                    .map(one -> " " + one.getKey() + "='" + one.getValue() + "'")
                                    .collect(joining())
                            + ">"
                            + element.childNodes().stream()
                                    .map(SpecificationTest::written)
                                    .collect(joining())
                            + "</>";
            default -> node.outerHtml();
        };
    }

    private static String words(TextNode text) {
        if (text.parent().closest("pre") != null) {
            return text.getWholeText();
        }
        var words = text.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
        words = isEdge(text.previousSibling(), text.parent()) ? words.stripLeading() : words;
        return isEdge(text.nextSibling(), text.parent()) ? words.stripTrailing() : words;
    }

    private static boolean isEdge(Node beside, Node parent) {
        return switch (beside) {
            case null -> BLOCKS.contains(parent.nodeName());
            case Element element -> BLOCKS.contains(element.normalName()) || element.nameIs("br");
            default -> false;
        };
    }
}
