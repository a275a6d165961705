package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures Byline on so many articles, each figure beside its limit: `bench/README.md`.
public final class Bench {
    private static final int SMALLEST = 1_000;
    /// What a fill leaves when it is whole: the words to search for.
    static final String FILLED = "filled.properties";

    static void main(String... arguments) throws IOException {
        try {
            var root = Path.of(System.getProperty("user.dir"));
            var sizes = sizes(arguments);
            for (int size : sizes) {
                measure(root, size);
            }
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static List<Integer> sizes(String... arguments) {
        var sizes = new ArrayList<Integer>();
        for (var argument : arguments) {
            if (!argument.matches("[1-9][0-9]{0,7}") || Integer.parseInt(argument) < SMALLEST) {
                throw new Failure(
                        "How many articles? A number from %d, not %s."
                                .formatted(SMALLEST, argument));
            }
            sizes.add(Integer.parseInt(argument));
        }
        return sizes.isEmpty() ? List.of(10_000) : sizes;
    }

    private static void measure(Path root, int size) throws IOException {
        var data = root.resolve("bench/data");
        var machine = new Machine(root, data.resolve(Integer.toString(size)));
        var postgres = filled(machine, size);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        var lines = new Measurement(machine, postgres, size).run();
        var table = new Table(size, lines);
        table.scaled(data.resolve("10000.json"));
        table.write(data.resolve(size + ".json"));
        IO.println(table.text());
        Files.writeString(data.resolve(size + ".txt"), table.text());
    }

    /// What an earlier run filled is taken as it is; what one left half filled is filled anew.
    public static Postgres filled(Machine machine, int size) throws IOException {
        var facts = machine.home().resolve(FILLED);
        if (!Files.exists(facts)) {
            delete(machine.home());
        }
        Files.createDirectories(machine.home());
        var postgres = Postgres.start(machine.home());
        if (!Files.exists(facts)) {
            System.err.printf("Filling a database with %,d articles.%n", size);
            long begin = System.nanoTime();
            new Fill(postgres, size, machine.token()).run(facts);
            System.err.printf("Filled in %,d s.%n", (System.nanoTime() - begin) / 1_000_000_000);
        }
        return postgres;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
