package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Drives a server with `wrk`.
///
/// @param script a file in `bench/wrk`
/// @param path of all requests; empty where the script makes them
/// @param arguments of the script
record Wrk(Path scripts, String script, String path, List<String> arguments) {

    Run drive(Server server, Postgres postgres, int connections, int seconds) {
        double before = server.cpu();
        double databaseBefore = postgres.cpu();
        var result = run(server, connections, seconds);
        double spent = server.cpu() - before;
        double databaseSpent = postgres.cpu() - databaseBefore;
        double requests = Math.max(1, result[0]);
        return new Run(
                result[0] / (result[1] / 1e6),
                result[3] / 1000,
                result[4] / 1000,
                result[2] / requests,
                spent * 1000 / requests,
                databaseSpent * 1000 / requests,
                (long) result[5]);
    }

    private double[] run(Server server, int connections, int seconds) {
        var words =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "--threads=2",
                                "--connections=" + connections,
                                "--duration=" + seconds + "s",
                                "--timeout=10s",
                                "--script=" + script,
                                server.address() + path,
                                "--"));
        words.addAll(arguments);
        try {
            var process =
                    new ProcessBuilder(words)
                            .directory(scripts.toFile())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes());
            return said.lines()
                    .filter(line -> line.startsWith("RESULT "))
                    .map(Wrk::numbers)
                    .findFirst()
                    .orElseThrow(() -> new Failure("wrk failed: " + said));
        } catch (IOException e) {
            throw new Failure("wrk could not be run: " + e.getMessage());
        }
    }

    private static double[] numbers(String line) {
        return java.util.Arrays.stream(line.substring(7).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
