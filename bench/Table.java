package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All lines, as text and as JSON.
final class Table {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD =
            "%-44s %5s %9s %8s %8s %8s %7s %7s | %-11s %9s %8s %8s %7s | %6s  %s%n"
                    .formatted(
                            "work", "conns", "req/s", "p50 ms", "p99 ms", "bytes", "server", "db",
                            "limit", "req/s", "p50 ms", "p99 ms", "cpu", "ratio", "must");

    private final int size;
    private final List<Line> lines;

    Table(int size, List<Line> lines) {
        this.size = size;
        this.lines = new ArrayList<>(lines);
    }

    /// Adds the uncached reads beside those of the smaller size, where that was measured.
    void scaled(Path smaller) throws IOException {
        if (size < 1_000_000 || !Files.exists(smaller)) {
            return;
        }
        var before = JSON.readTree(smaller.toFile()).path("lines");
        for (var line : List.copyOf(lines)) {
            if (line.run() != null && line.work().matches("R[1-3] uncached")) {
                before.valueStream()
                        .filter(other -> isSame(line, other))
                        .mapToDouble(other -> line.run().rate() / other.path("rate").asDouble())
                        .forEach(share -> lines.add(Line.scaled(line, share)));
            }
        }
    }

    private static boolean isSame(Line line, JsonNode other) {
        return other.path("work").asText().equals(line.work())
                && other.path("connections").asInt() == line.connections();
    }

    void write(Path file) throws IOException {
        var root = JSON.createObjectNode().put("articles", size);
        var array = root.putArray("lines");
        lines.forEach(line -> fill(array.addObject(), line));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void fill(ObjectNode node, Line line) {
        node.put("work", line.work());
        if (line.note() != null) {
            node.put("note", line.note());
        }
        if (line.run() != null) {
            node.put("connections", line.connections());
            fill(node, line.run());
            node.put("against", line.against());
            fill(node.putObject("limit"), line.limit());
            node.put("ratio", line.ratio());
        }
        if (line.met() != null) {
            node.put("must", line.must()).put("met", line.met());
        }
    }

    private static void fill(ObjectNode node, Run run) {
        node.put("rate", run.rate())
                .put("p50", run.p50())
                .put("p99", run.p99())
                .put("bytes", run.bytes())
                .put("serverCpu", run.server())
                .put("databaseCpu", run.database())
                .put("errors", run.errors());
    }

    String text() {
        var text = new StringBuilder();
        text.append(
                "%,d articles; milliseconds of CPU a request of server and database; the limit beside each%n%n"
                        .formatted(size));
        text.append(HEAD);
        lines.forEach(line -> text.append(text(line)));
        return text.toString();
    }

    private static String text(Line line) {
        if (line.run() == null) {
            var verdict = line.met() == null ? "" : verdict(line);
            return "%-44s %s%s%n".formatted(line.work(), line.note(), verdict);
        }
        var run = line.run();
        var limit = line.limit();
        return String.format(
                Locale.ROOT,
                "%-44s %5d %9.0f %8.2f %8.2f %8.0f %7.3f %7.3f | %-11s %9.0f %8.2f %8.2f %7.3f |"
                        + " %6.2f %s%s%n",
                line.work(),
                line.connections(),
                run.rate(),
                run.p50(),
                run.p99(),
                run.bytes(),
                run.server(),
                run.database(),
                line.against(),
                limit.rate(),
                limit.p50(),
                limit.p99(),
                limit.cpu(),
                line.ratio(),
                verdict(line),
                run.errors() > 0 ? " (" + run.errors() + " errors)" : "");
    }

    private static String verdict(Line line) {
        return line.met() == null ? "" : " " + (line.met() ? "yes: " : "NO: ") + line.must();
    }
}
