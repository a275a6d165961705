package bench.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// The answers that one kind of user got.
final class Answers {
    private final ConcurrentLinkedQueue<Client.Answer> all = new ConcurrentLinkedQueue<>();

    Client.Answer add(Client.Answer answer) {
        all.add(answer);
        return answer;
    }

    int count() {
        return all.size();
    }

    long good() {
        return all.stream().filter(Client.Answer::isGood).count();
    }

    /// Milliseconds within which that part of the answers came.
    double within(double part) {
        var times = all.stream().mapToLong(answer -> answer.took().toNanos()).sorted().toArray();
        return times.length == 0
                ? Double.NaN
                : times[Math.min(times.length - 1, (int) (times.length * part))] / 1e6;
    }

    /// Refusals that do not say when to come back.
    long withoutRetry() {
        return all.stream()
                .filter(answer -> answer.status() == 503 && answer.retryAfter() < 0)
                .count();
    }

    boolean hasOnly(int... statuses) {
        return all.stream()
                .allMatch(
                        answer ->
                                java.util.Arrays.stream(statuses)
                                        .anyMatch(status -> status == answer.status()));
    }

    @Override
    public String toString() {
        Map<Integer, Long> byStatus =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Client.Answer::status,
                                        TreeMap::new,
                                        Collectors.counting()));
        return "%d answers %s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
                .formatted(count(), byStatus, within(0.5), within(0.99), within(1));
    }
}
