package dev.byline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/// The files of one PostgreSQL server, and the commands that create, start and stop it.
final class Cluster {

    static final String ADDRESS = "127.0.0.1";

    /// Of the database, and of the role that owns it.
    static final String NAME = "byline";

    /// Seconds, for a server that died has its log to work through first.
    private static final String PATIENCE = "3600";

    private final Programs programs;
    private final EmbeddedDatabase.Purpose purpose;
    private final Path home;
    private final Path files;
    private final Path passwordFile;
    private final Path log;

    Cluster(Programs programs, Path home, EmbeddedDatabase.Purpose purpose) {
        this.programs = programs;
        this.purpose = purpose;
        this.home = home;
        this.files = home.resolve("cluster");
        this.passwordFile = home.resolve("password");
        this.log = home.resolve("postgresql.log");
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /// @throws CannotStart where its files are another major version's, which stay as they are
    void checkVersion() throws IOException {
        var mark = files.resolve("PG_VERSION");
        var theirs = Files.exists(mark) ? Files.readString(mark).strip() : null;
        var ours = programs.majorVersion();
        if (theirs != null && !theirs.equals(ours)) {
            throw new CannotStart(
                    ("The database in %s was written by PostgreSQL %s, and this version of Byline brings PostgreSQL %s,"
                                    + " which cannot read it. Nothing was touched. Start the version of Byline that wrote it,"
                                    + " or move the data with pg_dump and pg_restore.")
                            .formatted(home, theirs, ours));
        }
    }

    /// Stops the server that a killed Byline left behind.
    void recover() throws IOException {
        var postmaster = Postmaster.of(files);
        if (postmaster.map(Postmaster::isAlive).orElse(false)) {
            stop();
        } else if (postmaster.isPresent()) {
            postmaster.get().forget();
        }
        if (!durable()) {
            Trees.delete(files);
        }
    }

    /// Creates the files under another name and renames them when they are whole, so that a start
    /// that is killed leaves nothing half made.
    void createIfMissing() throws IOException {
        if (Files.isDirectory(files)) {
            return;
        }
        Path part = home.resolve("cluster.part");
        Trees.delete(part);
        writePassword();
        initialise(part);
        createDatabase(part);
        Files.move(part, files, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
    }

    /// The collation is the built-in C.UTF-8: it sorts by code point and knows the letters of all
    /// scripts, and no update of the operating system can change it under an index. Of a password
    /// that is 24 random bytes nobody tries all: its hash is made once, not 4,096 times by either
    /// side of each connection.
    private void initialise(Path target) throws IOException {
        run(
                "initdb",
                "--pgdata=" + target,
                "--username=" + NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                durable() ? "--data-checksums" : "--no-sync");
    }

    private void createDatabase(Path target) throws IOException {
        var call = programs.call("postgres", "--single", "-D", target.toString(), "postgres");
        Path statement = home.resolve("create.sql");
        Files.writeString(statement, "create database " + NAME + "\n");
        run(call.redirectInput(statement.toFile()));
        Files.delete(statement);
    }

    void start(int port) throws IOException {
        Files.writeString(files.resolve("postgresql.conf"), settings(port));
        Files.deleteIfExists(log);
        run(
                "pg_ctl",
                "start",
                "--pgdata=" + files,
                "--wait",
                "--silent",
                "--timeout=" + PATIENCE,
                "--log=" + log);
    }

    /// Errors go to the client that caused them; a log of them would grow without end and repeat
    /// what people wrote.
    private String settings(int port) {
        return """
                # Written by Byline at each start. What "alter system" sets is read after it and stays.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                timezone = 'UTC'
                fsync = %s
                log_timezone = 'UTC'
                log_min_messages = log
                log_checkpoints = off
                """
                .formatted(ADDRESS, port, durable() ? "on" : "off");
    }

    private boolean durable() {
        return purpose == EmbeddedDatabase.Purpose.KEEP;
    }

    /// In PostgreSQL's mode "fast": clients are cut off, nothing that was committed is lost.
    void stop() {
        try {
            run("pg_ctl", "stop", "--pgdata=" + files, "--mode=fast", "--silent", "--timeout=60");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        run(programs.call(program, arguments));
    }

    private void run(ProcessBuilder call) throws IOException {
        // To a file and not a pipe: the server started would hold a pipe open for ever.
        Path output = home.resolve("command.log");
        var process = call.redirectOutput(output.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart("The embedded PostgreSQL cannot start: " + complaint(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the embedded PostgreSQL was interrupted.", e);
        }
    }

    /// What PostgreSQL itself gives as the reason, the most telling of its lines first.
    private String complaint(Path output) throws IOException {
        String said = (Files.exists(log) ? Files.readString(log) : "") + Files.readString(output);
        return Stream.of("LOG:  could not bind", "FATAL:", "error:", "pg_ctl:")
                .flatMap(sign -> said.lines().filter(line -> line.contains(sign)))
                .map(line -> line.replaceFirst("^.*?(LOG|FATAL|error|pg_ctl): +", ""))
                .findFirst()
                .orElse("see " + log);
    }
}
