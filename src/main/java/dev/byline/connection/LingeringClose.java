package dev.byline.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Closes a connection whose client is still sending so that it gets the answer (RFC 9112, 9.6):
/// the writing half first, and the rest when the client has closed its own. What comes meanwhile is
/// thrown away. A plain close would make the client's system drop what it has not read yet. Bounded
/// in time, in bytes and in number: beyond that the connection is closed as it is.
public final class LingeringClose extends ChannelDuplexHandler {
    private static final int SECONDS = 5;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final String NAME = "lingering";

    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private long bytes;
    private boolean isLingering;
    private Future<?> end;

    private LingeringClose() {}

    /// The next close of this connection lingers. Not for HTTP/2, where a stream ends by itself.
    /// Only Vert.x's own class of connections tells the channel.
    public static void prepare(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            prepare(base.channel());
        }
    }

    static void prepare(Channel channel) {
        var pipeline = channel.pipeline();
        if (channel.isActive() && pipeline.get(NAME) == null) {
            pipeline.addFirst(NAME, new LingeringClose());
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (isLingering) {
            context.channel().closeFuture().addListener(_ -> promise.trySuccess());
        } else if (context.channel() instanceof DuplexChannel channel && begin(channel)) {
            channel.closeFuture().addListener(_ -> promise.trySuccess());
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> channel.shutdownOutput());
            end = context.executor().schedule(() -> context.close(), SECONDS, TimeUnit.SECONDS);
            channel.config().setAutoRead(true);
        } else {
            context.close(promise);
        }
    }

    private boolean begin(DuplexChannel channel) {
        isLingering = channel.isActive() && CONNECTIONS.incrementAndGet() <= MOST_CONNECTIONS;
        if (channel.isActive() && !isLingering) {
            CONNECTIONS.decrementAndGet();
        }
        return isLingering;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!isLingering) {
            context.fireChannelRead(message);
            return;
        }
        bytes += message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (bytes > MOST_BYTES) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (end != null) {
            end.cancel(false);
            end = null;
            CONNECTIONS.decrementAndGet();
        }
        context.fireChannelInactive();
    }
}
