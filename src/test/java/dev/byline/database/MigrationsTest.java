package dev.byline.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.byline.database.EmbeddedDatabase.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database is one that Flyway migrated, and the package one of these migrations: tests run
/// without one, so there Flyway is always asked.
@Execution(CONCURRENT)
class MigrationsTest {

    private static final Path BUILT = Path.of("target/classes");
    private static final String EDITED =
            "update flyway_schema_history set checksum = checksum + 1 where version = '2'";
    private static final String FAILED =
            "update flyway_schema_history set success = false where version = '9'";
    private static final String NEWER =
            "insert into flyway_schema_history values"
                    + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'byline', now(), 1, true)";
    private static final String RENAMED =
            "update flyway_schema_history set description = 'another' where version = '2'";

    @TempDir static Path shared;
    @TempDir Path directory;
    private static EmbeddedDatabase embedded;
    private static final AtomicInteger TESTS = new AtomicInteger();

    private DatabaseServer database;

    @BeforeAll
    static void start() throws IOException {
        embedded =
                EmbeddedDatabase.start(
                        DataDirectory.open(shared.resolve("data")),
                        Path.of("target/postgresql"),
                        Purpose.SCRATCH);
        at(Cluster.NAME).prepare();
    }

    private static DatabaseServer at(String name) throws IOException {
        var url = embedded.url().replaceFirst("/[^/]*$", "/" + name);
        return new DatabaseServer(url, embedded.username(), embedded.password());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    /// A copy of one that was migrated once.
    @BeforeEach
    void copy() throws Exception {
        var name = "copy_" + TESTS.incrementAndGet();
        database = at("postgres");
        execute("create database %s template %s".formatted(name, Cluster.NAME));
        database = at(name);
    }

    @Test
    void are_all_done_when_Flyway_did_them() throws Exception {
        assertTrue(areDone());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EDITED,
                FAILED,
                NEWER,
                RENAMED,
                "update flyway_schema_history set type = 'BASELINE' where version = '9'",
                "delete from flyway_schema_history where version = '9'",
                "delete from flyway_schema_history"
            })
    void are_not_when_the_history_is_any_other(String change) throws Exception {
        execute(change);
        assertFalse(areDone());
    }

    @Test
    void are_not_in_an_empty_database() throws Exception {
        execute("drop schema public cascade", "create schema public");
        assertThrows(SQLException.class, this::areDone);
    }

    @Test
    void are_not_when_they_were_done_in_another_schema() throws Exception {
        execute("create schema elsewhere");
        execute("alter table flyway_schema_history set schema elsewhere");
        assertThrows(SQLException.class, () -> areDone("set search_path = public, elsewhere"));
    }

    @Test
    void are_not_known_for_a_package_with_one_of_another_kind() throws Exception {
        var jar = pack("R__views.sql");
        assertThrows(IOException.class, () -> Migrations.in(jar));
    }

    @ParameterizedTest
    @ValueSource(strings = {EDITED, FAILED, NEWER, RENAMED})
    void are_refused_for_a_history_that_is_not_theirs(String change) throws Exception {
        execute(change);
        var refusal = assertThrows(CannotStart.class, database::prepare);
        assertTrue(
                refusal.getMessage().startsWith("The database at ")
                        && refusal.getMessage().contains(" cannot be migrated: "),
                refusal.getMessage());
    }

    @Test
    void are_begun_again_where_an_error_ended_one_that_is_no_transaction() throws Exception {
        execute("drop schema public cascade", "create schema public");
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .target("26")
                .load()
                .migrate();
        execute(
                "insert into flyway_schema_history values (99, '27', 'list what is live', 'SQL',"
                        + " 'V27__list_what_is_live.sql', 1, 'byline', now(), 1, false)");
        database.prepare();
        assertTrue(areDone());
    }

    @Test
    void are_done_once_by_servers_that_start_together() throws Exception {
        execute("drop schema public cascade", "create schema public");
        var others =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(database::prepare),
                        CompletableFuture.runAsync(database::prepare));
        database.prepare();
        others.join();
        assertTrue(areDone());
    }

    private boolean areDone(String... before) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : before) {
                statement.execute(sql);
            }
            return Migrations.in(pack()).areAllOf(connection);
        }
    }

    /// Those of this build, and more that are empty.
    private Path pack(String... more) throws IOException {
        var jar = directory.resolve("byline.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var scripts = Files.list(BUILT.resolve("db/migration"))) {
            for (var script : scripts.toList()) {
                out.putNextEntry(new JarEntry(BUILT.relativize(script).toString()));
                Files.copy(script, out);
            }
            for (var name : more) {
                out.putNextEntry(new JarEntry("db/migration/" + name));
            }
        }
        return jar;
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }
}
