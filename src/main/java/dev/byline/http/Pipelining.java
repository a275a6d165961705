package dev.byline.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/// Bounds how many requests a client sends on a connection before it takes the answers (RFC
/// 9112, 9.3.2). Vert.x keeps all of them in memory; a few hundred clients that never read would
/// fill it. Beyond the bound the connection is closed.
final class Pipelining extends ChannelDuplexHandler {
    private static final int MOST = 100;
    private static final AttributeKey<Boolean> BOUND = AttributeKey.valueOf("byline.pipelining");

    /// The name under which Vert.x puts its own handler, which is behind the decoder.
    private static final String VERTX = "handler";

    private int unanswered = 1;

    private Pipelining() {}

    /// To be called for each request, the first of its connection among them.
    static void bound(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2
                && request.connection() instanceof ConnectionBase connection) {
            var channel = connection.channel();
            var bound = channel.attr(BOUND);
            if (bound.get() == null) {
                bound.set(true);
                channel.pipeline().addBefore(VERTX, BOUND.name(), new Pipelining());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        if (unanswered > MOST) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof LastHttpContent && unanswered > 0) {
            unanswered--;
        }
        super.write(context, message, promise);
    }
}
