package dev.byline.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/// Bounds how many requests a client sends on a connection before it takes the answers (RFC
/// 9112, 9.3.2). Vert.x keeps all of them in memory; a few hundred clients that never read would
/// fill it. Beyond the bound the connection is closed.
final class Pipelining extends ChannelDuplexHandler {
    private static final int MOST = 100;

    private int unanswered;

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
