package dev.byline.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.byline.database.EmbeddedDatabase.Purpose;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

@Execution(CONCURRENT)
class EmbeddedDatabaseTest {

    @TempDir Path directory;

    /// What one that runs can be asked, which is the same one for all who ask.
    @Nested
    class Running {
        @TempDir private static Path held;
        private static EmbeddedDatabase database;

        @BeforeAll
        static void run() {
            database = start(held);
        }

        @AfterAll
        static void stop() {
            database.close();
        }

        @Test
        void refuses_another_server_its_directory() {
            var refusal = assertThrows(CannotStart.class, () -> start(held));
            assertTrue(refusal.getMessage().contains("in use by another server"));
        }

        @Test
        void refuses_a_caller_without_the_password() {
            var refusal =
                    assertThrows(
                            SQLException.class,
                            () ->
                                    DriverManager.getConnection(
                                            database.url(), database.username(), "guessed"));
            assertEquals("28P01", refusal.getSQLState());
        }

        @Test
        void hashes_its_random_password_once() throws Exception {
            assertEquals(
                    "SCRAM-SHA-256$1",
                    query(
                            database,
                            "select split_part(rolpassword, ':', 1) from pg_authid"
                                    + " where rolname = current_user"));
        }

        @Test
        void keeps_its_password_for_its_owner() throws IOException {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(held.resolve("postgresql/password"))));
        }

        @Test
        void waits_for_the_disk_and_sorts_by_code_point() throws Exception {
            assertEquals("on", query(database, "show fsync"));
            assertEquals("UTF8", query(database, "show server_encoding"));
            assertEquals(
                    "Zürich,École",
                    query(
                            database,
                            """
                            select string_agg(name, ',' order by name)
                            from (values ('École'), ('Zürich')) as place (name)
                            """));
            assertEquals("é", query(database, "select lower('É')"));
        }
    }

    @Nested
    class Refuses {

        @Test
        void a_file_in_the_place_of_the_directory() throws IOException {
            Path file = Files.createFile(directory.resolve("file"));
            var refusal = assertThrows(CannotStart.class, () -> DataDirectory.open(file));
            assertTrue(refusal.getMessage().contains("cannot be written (it is a file)"));
        }

        @Test
        void files_of_another_major_version_and_leaves_them_as_they_are() throws IOException {
            var cluster = Files.createDirectories(directory.resolve("postgresql/cluster"));
            Files.writeString(cluster.resolve("PG_VERSION"), "9\n");
            Files.writeString(cluster.resolve("postgresql.conf"), "theirs");

            var refusal = assertThrows(CannotStart.class, EmbeddedDatabaseTest.this::start);

            assertTrue(
                    refusal.getMessage()
                            .matches(".*written by PostgreSQL 9, .* brings PostgreSQL \\d+,.*"),
                    refusal.getMessage());
            assertEquals("theirs", Files.readString(cluster.resolve("postgresql.conf")));
        }

        @Test
        void files_that_are_no_cluster_in_postgresqls_own_words() throws IOException {
            Files.createDirectories(directory.resolve("postgresql/cluster"));
            var refusal = assertThrows(CannotStart.class, EmbeddedDatabaseTest.this::start);
            assertTrue(refusal.getMessage().contains("not a database cluster directory"));
        }
    }

    @Test
    void keeps_its_rows_over_a_restart() throws Exception {
        try (var database = start()) {
            execute(
                    database,
                    "create table story (title text)",
                    "insert into story values ('Kept')");
        }
        try (var database = start()) {
            assertEquals("Kept", query(database, "select title from story"));
        }
    }

    @Test
    void stops_and_follows_the_server_of_a_killed_process() throws Exception {
        var orphan = new Cluster(programs(), home(), Purpose.KEEP);
        orphan.createIfMissing();
        orphan.start(freePort());
        var left = Postmaster.of(home().resolve("cluster")).orElseThrow();
        assertTrue(left.isAlive());

        try (var database = start()) {
            assertFalse(left.isAlive());
            assertEquals("1", query(database, "select 1"));
        }
    }

    @Test
    void starts_where_the_number_of_a_dead_server_belongs_to_another_process() throws Exception {
        start().close();
        Path pidFile = directory.resolve("postgresql/cluster/postmaster.pid");
        Files.writeString(
                pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n");

        try (var database = start()) {
            assertEquals("1", query(database, "select 1"));
        }
    }

    @Test
    void begins_again_after_a_creation_that_was_cut_short() throws Exception {
        Files.createDirectories(directory.resolve("postgresql/cluster.part/base"));

        try (var database = start()) {
            assertEquals("1", query(database, "select 1"));
        }
    }

    private EmbeddedDatabase start() {
        return start(directory);
    }

    private static EmbeddedDatabase start(Path directory) {
        var data = DataDirectory.open(directory);
        return EmbeddedDatabase.start(data, Path.of("target/postgresql"), Purpose.KEEP);
    }

    private Path home() throws IOException {
        return Files.createDirectories(directory.toRealPath().resolve("postgresql"));
    }

    private static Programs programs() throws IOException {
        return Programs.in(Files.createDirectories(Path.of("target/postgresql")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws Exception {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }
}
