package bench.faults;

import bench.Bench;
import bench.Failure;
import bench.Machine;
import bench.Postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Breaks what Byline stands on, or sends it more than it can answer, and says what held:
/// `bench/README.md`.
final class Faults {
    private static final int ARTICLES = 1_000;

    private interface Scenario {
        void run(Machine machine, Postgres postgres, Verdicts verdicts) throws Exception;
    }

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("overload", Overload::run);
        SCENARIOS.put("kills", Kills::run);
        SCENARIOS.put("cuts", Cuts::run);
        SCENARIOS.put("locks", Locks::run);
        SCENARIOS.put("changes", Changes::run);
        SCENARIOS.put("newsroom", Newsroom::run);
    }

    /// @param names of scenarios; none stands for all
    static void main(String... names) throws Exception {
        var root = Path.of(System.getProperty("user.dir"));
        var verdicts = new Verdicts();
        try {
            for (var name : names.length == 0 ? SCENARIOS.keySet() : List.of(names)) {
                if (!SCENARIOS.containsKey(name)) {
                    throw new Failure(
                            "There is no fault %s, only %s."
                                    .formatted(name, String.join(", ", SCENARIOS.keySet())));
                }
            }
            var machine = new Machine(root, root.resolve("bench/data/" + ARTICLES));
            try (var postgres = Bench.filled(machine, ARTICLES)) {
                for (var name : names.length == 0 ? SCENARIOS.keySet() : List.of(names)) {
                    SCENARIOS.get(name).run(machine, postgres, verdicts);
                }
            }
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(verdicts.broken() == 0 ? 0 : 1);
    }
}
