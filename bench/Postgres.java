package bench;

import dev.byline.database.DataDirectory;
import dev.byline.database.EmbeddedDatabase;

import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The PostgreSQL that Byline brings, with Byline's own settings but for more connections, which
/// `pgbench` needs. Server and limit are measured on one and the same.
public final class Postgres implements AutoCloseable {
    private static final int CONNECTIONS = 200;

    private final Path home;
    private EmbeddedDatabase database;

    private Postgres(Path home) {
        this.home = home;
    }

    static Postgres start(Path home) {
        var postgres = new Postgres(home);
        postgres.start();
        if (postgres.number("show max_connections") != CONNECTIONS) {
            postgres.set("max_connections = " + CONNECTIONS);
            postgres.restart();
        }
        return postgres;
    }

    private void start() {
        database = EmbeddedDatabase.start(DataDirectory.open(home));
    }

    void restart() {
        database.close();
        start();
    }

    void set(String setting) {
        run("alter system set " + setting);
    }

    void reset(String setting) {
        run("alter system reset " + setting);
    }

    void migrate() {
        Flyway.configure()
                .dataSource(database.url(), database.username(), password())
                .load()
                .migrate();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), password());
    }

    void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /// The first column of the rows.
    List<String> texts(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(texts(sql).getFirst());
    }

    /// How a server is told of it.
    public Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "QUARKUS_DATASOURCE_PASSWORD", password());
    }

    private String password() {
        try {
            return database.password();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    double cpu() {
        return Processes.cpuOfFamily(postmaster());
    }

    private long postmaster() {
        try (var lines = Files.lines(home.resolve("postgresql/cluster/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a script of `pgbench`, its statements prepared, from so many connections.
    Run pgbench(Path script, int connections, int seconds, Map<String, String> variables) {
        try {
            var folder = Files.createTempDirectory("byline-bench-");
            var words =
                    new ArrayList<String>(
                            List.of("pgbench", "--no-vacuum", "--protocol=prepared", "--jobs=2"));
            words.addAll(
                    List.of("--client=" + connections, "--time=" + seconds, "--random-seed=1"));
            words.addAll(List.of("--log", "--log-prefix=" + folder.resolve("log")));
            variables.forEach((name, value) -> words.add("--define=" + name + "=" + value));
            var address = database.url().split("[:/]+");
            words.addAll(List.of("--host=" + address[2], "--port=" + address[3]));
            words.addAll(
                    List.of("--username=" + database.username(), "--file=" + script, address[4]));
            return pgbench(words, folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run pgbench(List<String> words, Path folder) throws IOException {
        var call = new ProcessBuilder(words).redirectErrorStream(true);
        call.environment().put("PGPASSWORD", password());
        double before = cpu();
        var process = call.start();
        var said = new String(process.getInputStream().readAllBytes());
        // for the processes of closed connections to end, whose time would be lost halfway
        Processes.pause(Duration.ofMillis(500));
        double spent = cpu() - before;
        double rate =
                said.lines()
                        .filter(line -> line.startsWith("tps = "))
                        .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
                        .findFirst()
                        .orElse(0);
        var latencies = latencies(folder);
        if (latencies.length == 0) {
            throw new Failure("pgbench failed: " + said);
        }
        return new Run(
                rate,
                latencies[latencies.length / 2] / 1000.0,
                latencies[(int) (latencies.length * 0.99)] / 1000.0,
                0,
                0,
                spent * 1000 / latencies.length,
                0);
    }

    /// Microseconds of each transaction, the shortest first. Takes the files away.
    private static int[] latencies(Path folder) throws IOException {
        int[] all = new int[0];
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                try (var lines = Files.lines(file)) {
                    int[] some =
                            lines.mapToInt(l -> Integer.parseInt(l.split(" ", 4)[2])).toArray();
                    int length = all.length;
                    all = Arrays.copyOf(all, length + some.length);
                    System.arraycopy(some, 0, all, length, some.length);
                }
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Arrays.sort(all);
        return all;
    }

    @Override
    public void close() {
        database.close();
    }
}
