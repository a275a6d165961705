package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that answers over HTTP on a free port of the loopback interface.
public final class Server implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Duration start;

    private Server(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /// Starts it and waits for the first 200 at a path.
    static Server start(
            List<String> command, Map<String, String> environment, Path log, String path) {
        int port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        var variables = builder.environment();
        variables
                .keySet()
                .removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("BYLINE_"));
        variables.putAll(environment);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
        try {
            long begin = System.nanoTime();
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return await(process, port, begin, path, log);
        } catch (IOException e) {
            throw new Failure("A server could not be started: " + e.getMessage());
        }
    }

    private static Server await(Process process, int port, long begin, String path, Path log) {
        while (process.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                if (get(port, path).statusCode() == 200) {
                    return new Server(process, port, Duration.ofNanos(System.nanoTime() - begin));
                }
            } catch (IOException _) {
                // not yet
            }
            Processes.pause(Duration.ofMillis(2));
        }
        process.destroyForcibly();
        throw new Failure("A server did not answer with 200 at " + path + ": see " + log);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Failure("There is no free port: " + e.getMessage());
        }
    }

    HttpResponse<byte[]> get(String path) {
        try {
            return get(port, path);
        } catch (IOException e) {
            throw new Failure("A server broke at " + path + ": " + e.getMessage());
        }
    }

    private static HttpResponse<byte[]> get(int port, String path) throws IOException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofMinutes(1));
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /// From the call to the first 200.
    Duration start() {
        return start;
    }

    /// As a crash would end it.
    public void kill() {
        process.destroyForcibly();
    }

    double cpu() {
        return Processes.cpu(process.pid());
    }

    double resident() {
        return Processes.resident(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
