package dev.byline.importer.folder;

import dev.byline.importer.report.Refusal;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// The YAML between two lines of `---`, read as a tree and never made into objects: what a file
/// says stays text (a slug `18` is no number), and no tag, alias or merge key of a foreign file
/// does anything. The case of a name does not count, as in Hugo.
public final class FrontMatter {
    private static final int DEEPEST = 20;

    /// @param name as the file writes it
    record Field(String name, Node value) {}

    private final List<Field> all = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();

    private FrontMatter() {}

    static FrontMatter parse(String yaml) throws Refusal {
        var root = compose(yaml);
        if (!(root instanceof MappingNode mapping)) {
            throw new Refusal("front matter holds no fields");
        }
        var frontMatter = new FrontMatter();
        for (var field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw new Refusal("front matter has a field whose name is not text");
            }
            frontMatter.add(new Field(key.getValue(), field.getValueNode()));
        }
        return frontMatter;
    }

    private void add(Field field) {
        all.add(field);
        if (fields.put(lowerCase(field.name()), field) != null) repeated.add(field.name());
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Node compose(String yaml) throws Refusal {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Refusal(
                    "front matter is not YAML, line " + line + " of it: " + e.getProblem());
        } catch (YAMLException e) {
            throw new Refusal("front matter is not YAML: " + e.getMessage());
        }
    }

    /// Every field in its order, empty and repeated ones among them.
    List<Field> all() {
        return all;
    }

    /// The fields that say something, in lower case: an empty one is as good as none.
    public Set<String> names() {
        var names = new LinkedHashSet<>(fields.keySet());
        names.removeIf(name -> isEmpty(fields.get(name).value()));
        return names;
    }

    /// The fields that are given more than once; the last of each counts.
    public Set<String> repeated() {
        return repeated;
    }

    /// The field's text, or null where there is none.
    public String text(String name) throws Refusal {
        var node = node(name);
        if (node == null || isEmpty(node)) return null;
        if (node instanceof ScalarNode scalar) return scalar.getValue();
        throw new Refusal(name + " must be a text");
    }

    private Node node(String name) {
        var field = fields.get(name);
        return field == null ? null : field.value();
    }

    /// The field's texts; one text stands for a list of one.
    public List<String> texts(String name) throws Refusal {
        var node = node(name);
        if (node == null || isEmpty(node)) return List.of();
        if (node instanceof ScalarNode scalar) return List.of(scalar.getValue());
        var texts = new ArrayList<String>();
        if (node instanceof SequenceNode sequence) {
            for (var item : sequence.getValue()) {
                if (!(item instanceof ScalarNode scalar)) {
                    throw new Refusal(name + " must be a list of texts");
                }
                if (!isEmpty(item)) texts.add(scalar.getValue());
            }
            return texts;
        }
        throw new Refusal(name + " must be a list of texts");
    }

    /// The field for the report: its text, or its name alone where it holds more than that.
    public String describe(String name) {
        var field = fields.get(name);
        return describe(field.name(), field.value());
    }

    public static String describe(String name, Node value) {
        return value instanceof ScalarNode scalar ? name + ": " + scalar.getValue().strip() : name;
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank();
            case SequenceNode sequence -> sequence.getValue().isEmpty();
            case MappingNode mapping -> mapping.getValue().isEmpty();
            default -> false;
        };
    }
}
