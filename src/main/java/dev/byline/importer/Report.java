package dev.byline.importer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of each file. Many threads write it; it reads the same whatever their order.
final class Report {
    /// @param detail the reason, or the address in Byline
    record Entry(Outcome outcome, String detail) {}

    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final Map<Remark, SortedMap<String, List<String>>> remarks =
            new EnumMap<>(Remark.class);

    synchronized void outcome(String path, Outcome outcome, String detail) {
        entries.put(path, new Entry(outcome, detail));
    }

    synchronized void remark(Remark remark, String path, String detail) {
        remarks.computeIfAbsent(remark, _ -> new TreeMap<>())
                .computeIfAbsent(path, _ -> new java.util.ArrayList<>())
                .add(detail);
    }

    synchronized SortedMap<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    synchronized Map<Remark, SortedMap<String, List<String>>> remarks() {
        return new EnumMap<>(remarks);
    }

    /// Whether nothing was written to Byline, nor found there.
    synchronized boolean isEmpty() {
        return entries.values().stream().noneMatch(entry -> entry.outcome().isInByline());
    }

    synchronized long count(Outcome outcome) {
        return entries.values().stream().filter(entry -> entry.outcome() == outcome).count();
    }

    synchronized long count(String folder, Outcome outcome) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(folder + "/"))
                .filter(entry -> entry.getValue().outcome() == outcome)
                .count();
    }
}
