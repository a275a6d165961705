package dev.byline.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/// On a socket that listens: puts our handlers among those of Vert.x on each connection, as soon as
/// these are there. With TLS that is when it was agreed on HTTP/1.
final class ServerPipeline extends ChannelInboundHandlerAdapter {
    private static final String DECODER = "httpDecoder";
    private static final String TLS = "ssl";
    private static final String VERTX = "handler";

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        ((Channel) accepted).pipeline().addFirst(new AtStart());
        context.fireChannelRead(accepted);
    }

    private static void configure(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null) {
            pipeline.replace(DECODER, DECODER, new RequestDecoder(ConnectionSetup.limits()));
            pipeline.addBefore(VERTX, "pipelining", new Pipelining());
        }
    }

    private static final class AtStart extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            var pipeline = context.pipeline();
            configure(pipeline);
            if (pipeline.get(TLS) != null) {
                pipeline.addAfter(TLS, null, new AfterHandshake());
            }
            context.fireChannelActive();
            pipeline.remove(this);
        }
    }

    private static final class AfterHandshake extends ChannelInboundHandlerAdapter {
        /// Vert.x has put its own handlers in place when the event has gone by it.
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent && !context.isRemoved()) {
                configure(context.pipeline());
                context.pipeline().remove(this);
            }
        }
    }
}
