package dev.byline.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/// Bounds how many requests a client sends on a connection before it takes the answers (RFC
/// 9112, 9.3.2). Vert.x keeps all of them in memory; a few hundred clients that never read would
/// fill it. Beyond the bound the connection is closed.
final class Pipelining extends ChannelDuplexHandler {
    private static final int MOST = 100;

    private int unanswered;
    private boolean isOver;

    /// Nothing more is read: the connection ends with the last of the answers.
    void endBehindWhatCame() {
        isOver = true;
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
        if (message instanceof HttpResponse response && isInterim(response)) {
            super.write(context, message, promise);
            return;
        }
        if (message instanceof HttpResponse response && isOver && unanswered == 1) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        var written = promise.unvoid();
        if (message instanceof LastHttpContent && unanswered > 0) {
            unanswered--;
            if (isOver && unanswered == 0) {
                written.addListener(_ -> context.channel().close());
            }
        }
        super.write(context, message, written);
    }

    /// Such as 100 Continue, which the answer follows.
    private static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
