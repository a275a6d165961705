package dev.byline.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/// Sends requests as they stand, for what no client of HTTP would send.
public final class Wire {

    private static final int PATIENCE_MILLIS = 10_000;

    private Wire() {}

    /// The whole answer. The server has to hang up: the request says `Connection: close`.
    public static String exchange(URL server, String request) throws IOException {
        return raw(server, request.replace("\n", "\r\n"));
    }

    /// Likewise, with line ends as they stand.
    public static String raw(URL server, String request) throws IOException {
        try (var socket = connect(server)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return rest(socket);
        }
    }

    /// @return a connection whose reads end after a while
    public static Socket connect(URL server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /// What comes until the server hangs up.
    public static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
