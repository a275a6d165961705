package dev.byline.importer;

import dev.byline.importer.folder.Folder;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The report as a text for people, and for `grep`: whatever is told of a file stands on a line
/// that begins with it.
final class ReportText {
    private static final int REASONS = 20;
    private static final String REASON = "%6d  %s%n";

    /// What a field holds, without what is said of the field.
    private static final Pattern VALUE = Pattern.compile(":.*?( \\(not a field.*\\))?$");

    private static final SortedMap<String, List<String>> NONE = new TreeMap<>();

    /// What readers do not get, or no longer, or not yet.
    private static final EnumSet<Remark> FIRST = EnumSet.range(Remark.HIDDEN, Remark.EXPIRED);

    private final Report report;
    private final String halt;

    /// @param halt why the import ended before its end, or null
    ReportText(Report report, String halt) {
        this.report = report;
        this.halt = halt;
    }

    /// The counts, a line for each part of the folder, and what readers do not get.
    String summary() {
        return parts() + hidden();
    }

    private String hidden() {
        return count(Remark.HIDDEN, "not for all readers")
                + count(Remark.ENDED, "expired, and published with --buildExpired alone")
                + count(Remark.PLANNED, "for readers at another time");
    }

    private String count(Remark remark, String what) {
        int files = report.remarks().getOrDefault(remark, NONE).size();
        return files == 0 ? "" : "of these %d %s: see the report%n".formatted(files, what);
    }

    private String parts() {
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
        reasons(text);
        if (halt != null) text.append("\nStopped before the end: ").append(halt).append('\n');
        remarks(text, FIRST);
        outcomes(text, "Refused", Outcome.REFUSED);
        outcomes(text, "Kept as in Byline, which differs from the file", Outcome.KEPT);
        outcomes(text, "Left aside", Outcome.ASIDE);
        remarks(text, EnumSet.complementOf(FIRST));
        outcomes(text, "Created", Outcome.CREATED);
        outcomes(text, "Updated", Outcome.UPDATED);
        outcomes(text, "Unchanged", Outcome.UNCHANGED);
        Files.writeString(file, text);
    }

    /// What keeps files from readers, the most frequent first, for who has many of them.
    private void reasons(StringBuilder text) {
        var files = report.remarks().getOrDefault(Remark.HIDDEN, NONE).values().stream();
        var counts =
                files.flatMap(List::stream)
                        .map(limit -> VALUE.matcher(printable(limit)).replaceFirst("$1"))
                        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        if (counts.isEmpty()) return;
        text.append("\nNot for all readers, because of\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(REASONS)
                .forEach(
                        reason ->
                                text.append(REASON.formatted(reason.getValue(), reason.getKey())));
        if (counts.keySet().stream().anyMatch(reason -> reason.contains(" (not a field"))) {
            text.append("For a field that says nothing of who may see a text: --ignore FIELD\n");
        }
    }

    private void remarks(StringBuilder text, Set<Remark> which) {
        report.remarks()
                .forEach(
                        (remark, files) -> {
                            if (!which.contains(remark)) return;
                            heading(text, remark.heading, files.size());
                            files.forEach((path, details) -> lines(text, path, details));
                        });
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
