package dev.byline.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The report as a text for people, and for `grep`: whatever is told of a file stands on a line
/// that begins with it.
final class ReportText {
    private final Report report;
    private final String halt;

    /// @param halt why the import ended before its end, or null
    ReportText(Report report, String halt) {
        this.report = report;
        this.halt = halt;
    }

    /// The counts, a line for each part of the folder.
    String summary() {
        return Stream.of(Folder.TOPICS, Folder.AUTHORS, Folder.ARTICLES)
                .map(part -> "%-8s %s%n".formatted(part, counts(part)))
                .collect(Collectors.joining());
    }

    private String counts(String part) {
        var counts =
                Stream.of(Outcome.values())
                        .filter(outcome -> report.count(part, outcome) > 0)
                        .map(outcome -> report.count(part, outcome) + " " + outcome.word)
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing" : counts;
    }

    void write(Path file, Settings settings) throws IOException {
        var text = new StringBuilder();
        text.append("Import of ").append(settings.folder());
        text.append(" into ").append(settings.server()).append("\n\n").append(summary());
        if (halt != null) text.append("\nStopped before the end: ").append(halt).append('\n');
        outcomes(text, "Refused", Outcome.REFUSED);
        outcomes(text, "Kept as in Byline, which differs from the file", Outcome.KEPT);
        outcomes(text, "Left aside", Outcome.ASIDE);
        report.remarks()
                .forEach(
                        (remark, files) -> {
                            heading(text, remark.heading, files.size());
                            files.forEach((path, details) -> lines(text, path, details));
                        });
        outcomes(text, "Created", Outcome.CREATED);
        outcomes(text, "Updated", Outcome.UPDATED);
        outcomes(text, "Unchanged", Outcome.UNCHANGED);
        Files.writeString(file, text);
    }

    private void outcomes(StringBuilder text, String heading, Outcome outcome) {
        var entries =
                report.entries().entrySet().stream()
                        .filter(entry -> entry.getValue().outcome() == outcome)
                        .toList();
        if (entries.isEmpty()) return;
        heading(text, heading, entries.size());
        for (var entry : entries) {
            lines(text, entry.getKey(), List.of(entry.getValue().detail()));
        }
    }

    private static void heading(StringBuilder text, String heading, int files) {
        text.append("\n## ").append(heading).append(": ").append(files);
        text.append(files == 1 ? " file\n" : " files\n");
    }

    private static void lines(StringBuilder text, String path, List<String> details) {
        for (var detail : details) {
            text.append(printable(path)).append(": ").append(printable(detail)).append('\n');
        }
    }

    /// A foreign text must not end the line, nor move the cursor of the terminal that shows it.
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
