package dev.byline.importer.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of each file. Many threads write it; it reads the same whatever their order.
public final class Report {
    /// @param detail the reason, or the address in Byline
    public record Entry(Outcome outcome, String detail) {}

    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final Map<Remark, SortedMap<String, List<String>>> remarks =
            new EnumMap<>(Remark.class);

    public synchronized void outcome(String path, Outcome outcome, String detail) {
        entries.put(path, new Entry(outcome, detail));
    }

    public synchronized void remark(Remark remark, String path, String detail) {
        remarks.computeIfAbsent(remark, _ -> new TreeMap<>())
                .computeIfAbsent(path, _ -> new java.util.ArrayList<>())
                .add(detail);
    }

    public synchronized SortedMap<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    public synchronized Map<Remark, SortedMap<String, List<String>>> remarks() {
        return new EnumMap<>(remarks);
    }

    /// Whether nothing was written to Byline, nor found there.
    public synchronized boolean isEmpty() {
        return entries.values().stream().noneMatch(entry -> entry.outcome().isInByline());
    }

    public synchronized long count(Outcome outcome) {
        return entries.values().stream().filter(entry -> entry.outcome() == outcome).count();
    }

    public synchronized long count(String folder, Outcome outcome) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(folder + "/"))
                .filter(entry -> entry.getValue().outcome() == outcome)
                .count();
    }
}
