package dev.byline.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.core.Utils;

/// What this build migrates a database to, by Flyway. That takes a tenth of a start to find that
/// there is nothing to do, so a start looks first whether the history is the same row by row. It
/// looks for no more than that: what is to be done, waited for or refused, Flyway knows.
record Migrations(List<Row> rows) {

    private static final String FOLDER = "db/migration/";
    private static final Pattern SCRIPT = Pattern.compile("V([1-9][0-9]*)__(\\w+)\\.sql");

    /// Of Flyway's history, but for who did it, when, and how long it took.
    record Row(
            String version,
            String description,
            String type,
            String script,
            int checksum,
            boolean success) {}

    /// Those in the package of this class; none in development, where they change under way.
    static Migrations packaged() throws IOException {
        var source = Migrations.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return new Migrations(List.of());
        }
        try {
            return in(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IOException(e);
        }
    }

    static Migrations in(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            var rows = new ArrayList<Row>();
            for (var entry : jar.stream().filter(Migrations::isMigration).toList()) {
                rows.add(row(jar, entry));
            }
            rows.sort(Comparator.comparing(row -> Integer.valueOf(row.version())));
            return new Migrations(rows);
        }
    }

    /// What lies beside a script tells Flyway how to run it, and what comes before each is in no
    /// history.
    private static boolean isMigration(JarEntry entry) {
        return entry.getName().startsWith(FOLDER)
                && !entry.isDirectory()
                && !entry.getName().endsWith(".sql.conf")
                && !entry.getName().equals(FOLDER + "beforeEachMigrate.sql");
    }

    private static Row row(JarFile jar, JarEntry entry) throws IOException {
        var script = entry.getName().substring(FOLDER.length());
        var name = SCRIPT.matcher(script);
        if (!name.matches()) {
            throw new IOException(script + " is no migration of the kind known here");
        }
        var description = name.group(2).replace('_', ' ');
        return new Row(name.group(1), description, "SQL", script, checksum(jar, entry), true);
    }

    /// As Flyway has it: of the lines, whatever ends them.
    private static int checksum(JarFile jar, JarEntry entry) throws IOException {
        var crc = new CRC32();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }

    /// A migration may take longer than a request: Flyway connects by itself, without the timeouts
    /// of the pool. One that is no transaction, as what lies beside its script says, can be begun
    /// again, and is where an error ended it.
    ///
    /// @throws CannotStart in Flyway's words, for a database whose history is another or newer one
    static void apply(DatabaseServer database) {
        try {
            var flyway =
                    Flyway.configure(Migrations.class.getClassLoader())
                            .dataSource(database.url(), database.username(), database.password())
                            .initSql("set lock_timeout = '5s'")
                            .ignoreMigrationPatterns(new String[0])
                            .load();
            for (var migration : flyway.info().all()) {
                if (migration.getState().isFailed() && isRepeatable(migration.getScript())) {
                    forget(migration.getScript(), flyway.getConfiguration().getDataSource());
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "The database at %s cannot be migrated: %s"
                            .formatted(database.address(), e.getMessage()),
                    e);
        }
    }

    private static boolean isRepeatable(String script) {
        return Migrations.class.getResource("/" + FOLDER + script + ".conf") != null;
    }

    private static void forget(String script, DataSource database) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "delete from flyway_schema_history where script = ? and not success")) {
            statement.setString(1, script);
            statement.execute();
        } catch (SQLException failed) {
            throw new FlywayException(failed);
        }
    }

    /// Whether a database has had these, and no other. Flyway looks into the schema in which it
    /// would create a table, and in no other of the search path.
    boolean areAllOf(Connection database) throws SQLException {
        return !rows.isEmpty() && rows.equals(history(database));
    }

    private static List<Row> history(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question(database.getSchema()))) {
            var history = new ArrayList<Row>();
            while (rows.next()) {
                history.add(
                        new Row(
                                rows.getString("version"),
                                rows.getString("description"),
                                rows.getString("type"),
                                rows.getString("script"),
                                rows.getInt("checksum"),
                                rows.getBoolean("success")));
            }
            return history;
        }
    }

    private static String question(String schema) throws SQLException {
        var name = Utils.escapeIdentifier(new StringBuilder(), schema == null ? "" : schema);
        return """
        select version, description, type, script, checksum, success
        from %s.flyway_schema_history order by installed_rank
        """
                .formatted(name);
    }
}
