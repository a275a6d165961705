package dev.byline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/// Sockets that find out within a dozen seconds that the database's machine has vanished, and not
/// after the two hours that systems wait by themselves. The driver is told of this class by its
/// `socketFactory`, and switches the probes on by `tcpKeepAlive`.
public final class KeepAliveSockets extends SocketFactory {
    private static final Map<SocketOption<Integer>, Integer> PROBES =
            Map.of(
                    ExtendedSocketOptions.TCP_KEEPIDLE, 5,
                    ExtendedSocketOptions.TCP_KEEPINTERVAL, 2,
                    ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        for (var probe : PROBES.entrySet()) {
            // not every system knows them
            if (socket.supportedOptions().contains(probe.getKey())) {
                socket.setOption(probe.getKey(), probe.getValue());
            }
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return new Socket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return new Socket(host, port, from, fromPort);
    }
}
