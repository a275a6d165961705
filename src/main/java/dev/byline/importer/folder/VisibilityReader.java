package dev.byline.importer.folder;

import dev.byline.importer.folder.Visibility.Bound;
import dev.byline.importer.report.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads what front matter says about readers, at whatever depth. It fails closed: a text is
/// public where every field is known to say nothing about them, or says that it is public in
/// words that are understood.
public final class VisibilityReader {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");
    private static final Set<String> PUBLIC =
            Set.of(
                    "published",
                    "publish",
                    "public",
                    "live",
                    "everyone",
                    "all",
                    "index",
                    "index, follow",
                    "index,follow");

    private static final Set<String> NAMING =
            Set.of("name", "property", "key", "field", "itemprop");
    private static final Set<String> VALUED = Set.of("content", "value");

    private final Set<String> ignored;
    private final List<String> limits = new ArrayList<>();
    private final List<Bound> from = new ArrayList<>();
    private final List<Bound> until = new ArrayList<>();

    /// A YAML alias may lead back to what holds it.
    private final Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());

    private VisibilityReader(Set<String> ignored) {
        this.ignored = ignored;
    }

    /// @param ignored unknown names, in lower case, that the importer was told are harmless
    public static Visibility read(FrontMatter frontMatter, Set<String> ignored) {
        var reader = new VisibilityReader(ignored);
        frontMatter.all().forEach(reader::field);
        return reader.result();
    }

    /// What the file of a section says of the texts below it: all that they inherit, and of its
    /// own fields those about readers.
    public static Visibility readSection(FrontMatter frontMatter, Set<String> ignored) {
        var reader = new VisibilityReader(ignored);
        frontMatter.all().stream()
                .filter(field -> isForSection(field.name()))
                .forEach(reader::field);
        return reader.result();
    }

    private static boolean isForSection(String name) {
        return switch (FieldKind.of(name)) {
            case HARMLESS, ROUTE -> false;
            case UNKNOWN -> FieldKind.nearest(name).isPresent();
            case FROM -> !name.strip().equalsIgnoreCase("date");
            default -> true;
        };
    }

    /// Whether a setting that is one word limits what it is a setting of. What a site leaves out
    /// of its build is another matter.
    static boolean isLimit(String name, String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return switch (FieldKind.of(name)) {
            case BARS -> !name.equalsIgnoreCase("build");
            case LIMITS -> !NO.contains(lower) && !name.matches("(?i)exclude|ignore");
            case OPENS -> !YES.contains(lower);
            case STATE -> !PUBLIC.contains(lower);
            case CASCADE, UNTIL -> true;
            case FROM -> !name.equalsIgnoreCase("date");
            case ROUTE -> NO.contains(lower);
            case HARMLESS, UNKNOWN -> false;
        };
    }

    private Visibility result() {
        return new Visibility(List.copyOf(limits), List.copyOf(from), List.copyOf(until));
    }

    private void field(FrontMatter.Field field) {
        field(field.name(), field.value());
    }

    private void field(String name, Node value) {
        switch (FieldKind.of(name)) {
            case BARS -> limit(name, value);
            case LIMITS -> limitUnless(NO, name, value);
            case STATE -> limitUnless(PUBLIC, name, value);
            case OPENS -> opening(name, value);
            case FROM -> date(name, value, from);
            case UNTIL -> date(name, value, until);
            case ROUTE -> route(name, value);
            case CASCADE -> cascade(name, value);
            case HARMLESS -> harmless(name, value);
            case UNKNOWN -> unknown(name, value);
        }
    }

    private void limitUnless(Set<String> words, String name, Node value) {
        if (!words.contains(word(value))) limit(name, value);
    }

    private void opening(String name, Node value) {
        if (YES.contains(word(value))) return;
        if (word(value).matches("\\d{4}-.*")) date(name, value, from);
        else limit(name, value);
    }

    private void date(String name, Node value, List<Bound> bounds) {
        try {
            var date = PublicationDate.parse(text(value));
            bounds.add(new Bound(FrontMatter.describe(name, value), date));
        } catch (Refusal _) {
            limit(name, value);
        }
    }

    private void route(String name, Node value) {
        var words = texts(value).stream().map(text -> text.strip().toLowerCase(Locale.ROOT));
        var isAddress = name.matches("(?i)permalink|url|path|outputs");
        var isUnderstood =
                value instanceof MappingNode
                        || !texts(value).isEmpty()
                                && words.allMatch(
                                        word -> isAddress ? isShown(word) : YES.contains(word));
        if (!isUnderstood) {
            limit(name, value);
        }
        inside(value, this::field);
    }

    /// What is below `/private/` is as little for readers as what lies in such a folder.
    private static boolean isShown(String route) {
        var page = route.replaceFirst("/+$", "");
        var folders = page.substring(0, Math.max(0, page.lastIndexOf('/'))).split("/");
        return !NO.contains(route)
                && !route.matches("never|none|0")
                && Stream.of(folders).noneMatch(FieldKind::isLimited);
    }

    private void cascade(String name, Node value) {
        var isUnderstood =
                value instanceof MappingNode
                        || value instanceof SequenceNode list
                                && list.getValue().stream().allMatch(MappingNode.class::isInstance);
        if (!isUnderstood) limit(name, value);
        inside(value, this::inherited);
    }

    /// Which pages inherit the fields is not asked: all do.
    private void inherited(String name, Node value) {
        if (!name.matches("_?target")) field(name, value);
    }

    private void harmless(String name, Node value) {
        HarmlessValues.limits(name, value).forEach(limits::add);
        inside(value, this::field);
    }

    private void unknown(String name, Node value) {
        if (ignored.contains(name.toLowerCase(Locale.ROOT))) {
            inside(value, this::field);
            return;
        }
        var meant = FieldKind.nearest(name).map(near -> ": " + near + "?").orElse("");
        limits.add(FrontMatter.describe(name, value) + " (not a field that is known" + meant + ")");
    }

    private void limit(String name, Node value) {
        limits.add(FrontMatter.describe(name, value));
    }

    /// The fields of a mapping, or of the mappings in a list.
    private void inside(Node value, BiConsumer<String, Node> field) {
        if (!entered.add(value)) return;
        switch (value) {
            case MappingNode mapping -> {
                pair(mapping, field);
                mapping.getValue()
                        .forEach(
                                entry ->
                                        field.accept(
                                                text(entry.getKeyNode()), entry.getValueNode()));
            }
            case SequenceNode list -> list.getValue().forEach(item -> inside(item, field));
            default -> {}
        }
    }

    /// A field that is written as two, such as `{name: robots, content: noindex}`.
    private static void pair(MappingNode mapping, BiConsumer<String, Node> field) {
        var name = valueOf(mapping, NAMING).map(VisibilityReader::text).orElse("");
        var kind = FieldKind.of(name);
        if (kind != FieldKind.HARMLESS && kind != FieldKind.UNKNOWN) {
            valueOf(mapping, VALUED).ifPresent(value -> field.accept(name, value));
        }
    }

    private static Optional<Node> valueOf(MappingNode mapping, Set<String> names) {
        return mapping.getValue().stream()
                .filter(entry -> names.contains(word(entry.getKeyNode()).strip()))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static List<String> texts(Node value) {
        return value instanceof SequenceNode list
                ? list.getValue().stream().map(VisibilityReader::text).toList()
                : List.of(text(value));
    }

    private static String word(Node value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    /// A scalar's text to the character; nothing for what is none.
    private static String text(Node value) {
        return value instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
