package dev.byline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What `postmaster.pid` says of the server process of a cluster, which may long be gone.
record Postmaster(long pid, Path cluster) {

    private static final String FILE = "postmaster.pid";

    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            String pid = Files.readString(cluster.resolve(FILE)).lines().findFirst().orElse("");
            return Optional.of(new Postmaster(Long.parseLong(pid.strip()), cluster));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Whether this very process still serves this very cluster. A number alone proves nothing:
    /// after a restart of the machine it may be anybody's.
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    /// Takes away what a dead server left, for PostgreSQL would not start where the number now
    /// belongs to an unrelated process.
    void forget() throws IOException {
        Files.deleteIfExists(cluster.resolve(FILE));
    }
}
