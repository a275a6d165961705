package bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire between a server and its database that can be cut, or go dead: then its ends stay open
/// and nothing passes, as when a machine loses its power.
final class Proxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isDead;

    Proxy(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on nothing passes, and nobody is told.
    void die() {
        isDead = true;
    }

    /// Ends all connections; new ones are taken.
    void cut() {
        sockets.forEach(Proxy::end);
        sockets.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                sockets.add(near);
                sockets.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException _) {
                // the door is closed, or the database is away
            }
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[65_536];
        try {
            for (int read; (read = from.getInputStream().read(buffer)) >= 0; ) {
                if (isDead) {
                    // what is open stays open, and nothing goes through
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException _) {
            // cut
        }
        if (!isDead) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
