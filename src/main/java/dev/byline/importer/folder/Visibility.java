package dev.byline.importer.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Who may see a text, and when, as far as its file, its folders and their settings say it.
///
/// @param limits what keeps it from readers, or may do so; empty where nothing does
/// @param from when readers get it; the latest counts
/// @param until when they no longer do; the earliest counts
public record Visibility(List<String> limits, List<Bound> from, List<Bound> until) {
    public static final Visibility PUBLIC = new Visibility(List.of(), List.of(), List.of());

    /// @param said the field as the file has it
    public record Bound(String said, PublicationDate date) {
        public Instant instant() {
            return date.instant();
        }
    }

    public static Visibility limited(String reason) {
        return new Visibility(List.of(reason), List.of(), List.of());
    }

    /// What holds where both hold.
    public Visibility and(Visibility other) {
        return new Visibility(
                joined(limits, other.limits), joined(from, other.from), joined(until, other.until));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /// The same for what is below a folder, whose file said it.
    Visibility saidBy(String path) {
        return new Visibility(
                limits.stream().map(limit -> path + " says " + limit).toList(),
                bounds(from, path),
                bounds(until, path));
    }

    private static List<Bound> bounds(List<Bound> bounds, String path) {
        return bounds.stream()
                .map(bound -> new Bound(path + " says " + bound.said(), bound.date()))
                .toList();
    }

    /// Without the ends that are past: for a publication that shows what has expired.
    public Visibility withoutPastEnds(Instant now) {
        var ahead = until.stream().filter(bound -> bound.instant().isAfter(now)).toList();
        return new Visibility(limits, from, ahead);
    }

    /// The same, with a limit where nothing is left between beginning and end.
    public Visibility checked() {
        var end = end();
        if (end == null || begin() == null || end.isAfter(begin())) return this;
        var all = new ArrayList<>(limits);
        all.add("it ends (%s) before it begins (%s)".formatted(end, begin()));
        return new Visibility(all, from, until);
    }

    public boolean isDraft() {
        return !limits.isEmpty();
    }

    public Instant begin() {
        return from.stream().map(Bound::instant).max(Comparator.naturalOrder()).orElse(null);
    }

    public Instant end() {
        return until.stream().map(Bound::instant).min(Comparator.naturalOrder()).orElse(null);
    }
}
