/// Fails when the bill of materials holds a component in a version that the deny-list forbids.
///
/// Run as `java -cp "$MAVEN_HOME/lib/*" .ci/DenyList.java target/bom.json .ci/deny-list.tsv`: the
/// order of versions and the notation of ranges are then Maven's own.

import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

void main(String... arguments) throws IOException {
    var components = Component.readAll(Path.of(arguments[0]));
    var denials = Denial.readAll(Path.of(arguments[1]));
    if (components.isEmpty() || denials.isEmpty()) {
        throw new IllegalArgumentException("no components or no denials: nothing would be checked");
    }
    var findings =
            components.stream()
                    .flatMap(component -> denials.stream()
                            .filter(denial -> denial.forbids(component))
                            .map(denial -> new Finding(component, denial)))
                    .toList();
    findings.forEach(IO::println);
    IO.println("%d components held against %d denials".formatted(components.size(), denials.size()));
    if (!findings.stream().allMatch(Finding::isAccepted)) {
        System.exit(1);
    }
}

/// A component, by its package URL.
record Component(String name, String version) {

    private static final Pattern PURL =
            Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)");

    static List<Component> readAll(Path bom) throws IOException {
        return PURL.matcher(Files.readString(bom))
                .results()
                .map(purl -> new Component(purl.group(1) + ":" + purl.group(2), purl.group(3)))
                .distinct()
                .toList();
    }
}

/// A line of the list. `accepted` is why Byline lives with a version that it cannot replace yet.
record Denial(String component, VersionRange vulnerable, String advisories, String accepted) {

    static List<Denial> readAll(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Denial::parse)
                .toList();
    }

    private static Denial parse(String line) {
        var columns = line.split("\t", -1);
        if (columns.length < 3 || columns.length > 4) {
            throw new IllegalArgumentException("not three or four columns: " + line);
        }
        return new Denial(columns[0], range(columns[1]), columns[2], columns.length > 3 ? columns[3] : "");
    }

    private static VersionRange range(String text) {
        try {
            var range = VersionRange.createFromVersionSpec(text);
            // a version without brackets is a mere recommendation to Maven, and would forbid everything
            if (range.getRecommendedVersion() != null) {
                throw new IllegalArgumentException("not a range such as (,1.2.3): " + text);
            }
            return range;
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    boolean forbids(Component found) {
        return names(found) && vulnerable.containsVersion(new DefaultArtifactVersion(found.version()));
    }

    private boolean names(Component found) {
        return component.endsWith("*")
                ? found.name().startsWith(component.substring(0, component.length() - 1))
                : found.name().equals(component);
    }
}

record Finding(Component component, Denial denial) {

    boolean isAccepted() {
        return !denial.accepted().isBlank();
    }

    @Override
    public String toString() {
        return "%s %s %s: %s%s".formatted(
                isAccepted() ? "accepted" : "REFUSED",
                component.name(),
                component.version(),
                denial.advisories(),
                isAccepted() ? " (" + denial.accepted() + ")" : " in " + denial.vulnerable());
    }
}
