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
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
