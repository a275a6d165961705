package dev.byline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A PostgreSQL of Byline's own, with its files in the data directory.
///
/// It runs in a session of its own (`pg_ctl` sees to that), so the Ctrl-C that ends Byline does
/// not reach it and Byline can stop it after its last request. When Byline dies without doing so,
/// PostgreSQL lives on; the next start finds it, stops it, and starts afresh.
public final class EmbeddedDatabase implements AutoCloseable {

    /// Whether what is in it outlives restarts and power cuts, or each start is empty and fast.
    public enum Purpose {
        KEEP,
        SCRATCH
    }

    /// Of starts, each on another port, since a free port may be taken before PostgreSQL binds
    /// it.
    private static final int TRIES = 3;

    private final DataDirectory data;
    private final Cluster cluster;
    private final int port;

    private EmbeddedDatabase(DataDirectory data, Cluster cluster, int port) {
        this.data = data;
        this.cluster = cluster;
        this.port = port;
    }

    /// Starts it on a free port of the loopback interface, its files in `data`, which is closed
    /// with it.
    ///
    /// @throws CannotStart with PostgreSQL's own reason
    public static EmbeddedDatabase start(DataDirectory data) {
        return start(data, data.path().resolve("postgresql"), Purpose.KEEP);
    }

    /// Starts it with its programs unpacked in `programs`, where many clusters can share them.
    public static EmbeddedDatabase start(DataDirectory data, Path programs, Purpose purpose) {
        try {
            Path home = data.ownersOnly("postgresql");
            Files.createDirectories(programs);
            var cluster = new Cluster(Programs.in(programs), home, purpose);
            if (purpose == Purpose.KEEP) {
                cluster.checkVersion();
            }
            cluster.recover();
            cluster.createIfMissing();
            return new EmbeddedDatabase(data, cluster, start(cluster));
        } catch (CannotStart e) {
            data.close();
            throw e;
        } catch (IOException e) {
            data.close();
            throw new CannotStart("The embedded PostgreSQL cannot start: " + e.getMessage(), e);
        }
    }

    private static int start(Cluster cluster) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            try {
                cluster.start(port);
                return port;
            } catch (CannotStart e) {
                if (tries == TRIES || !e.getMessage().contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(Cluster.ADDRESS))) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(Cluster.ADDRESS, port, Cluster.NAME);
    }

    public String username() {
        return Cluster.NAME;
    }

    public String password() throws IOException {
        return cluster.password();
    }

    /// Ends open transactions, writes everything to disk and leaves nothing running.
    @Override
    public void close() {
        cluster.stop();
        data.close();
    }
}
