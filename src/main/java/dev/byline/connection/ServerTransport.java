package dev.byline.connection;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;

/// The transport that Vert.x found, with [ServerPipeline] on what a server accepts.
///
/// @param found the transport that does the work
record ServerTransport(Transport found) implements Transport {

    @Override
    public void configure(NetServerOptions options, boolean local, ServerBootstrap bootstrap) {
        found.configure(options, local, bootstrap);
        bootstrap.handler(new ServerPipeline());
    }

    @Override
    public boolean supportsDomainSockets() {
        return found.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return found.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return found.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
        return found.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return found.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
        return found.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(
            int type, int threads, ThreadFactory factory, int ioRatio) {
        return found.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
        return found.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return found.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean local) {
        return found.channelFactory(local);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean local) {
        return found.serverChannelFactory(local);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        found.configure(channel, options);
    }

    @Override
    public void configure(ClientOptionsBase options, boolean local, Bootstrap bootstrap) {
        found.configure(options, local, bootstrap);
    }
}
