package dev.byline.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/// Reads requests as Netty does, and holds their heads to RFC 9112, where Netty is lenient: what
/// two programs on the way read differently, one of them can be deceived with. The rest of a
/// connection with a [MalformedRequest] is not looked at.
final class RequestDecoder extends VertxHttpRequestDecoder {
    private final HeadScanner head = new HeadScanner();
    private boolean isInHead = true;
    private boolean isOver;

    RequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        if (isOver) {
            in.skipBytes(in.readableBytes());
            return;
        }
        var from = in.readerIndex();
        var size = out.size();
        super.decode(context, in, out);
        if (isInHead) {
            in.forEachByte(from, in.readerIndex() - from, head);
            if (out.size() > size || head.fault() != null) {
                isInHead = false;
                judge(context, out, size);
            }
        }
        if (out.size() > size && isBroken(out.getLast())) {
            breakOff(context, out);
        } else if (out.size() > size && out.getLast() instanceof LastHttpContent) {
            isInHead = true;
            head.begin();
        }
    }

    private static boolean isBroken(Object part) {
        return part instanceof HttpContent content && content.decoderResult().isFailure();
    }

    /// Its request is the last of the connection.
    private void breakOff(ChannelHandlerContext context, List<Object> out) {
        isOver = true;
        ReferenceCountUtil.release(out.removeLast());
        LingeringClose.prepare(context.channel());
        context.pipeline().get(Pipelining.class).endBehindWhatCame();
        out.add(BrokenChunks.end());
    }

    private void judge(ChannelHandlerContext context, List<Object> out, int place) {
        var fault = head.fault() == null ? fault((HttpRequest) out.get(place)) : head.fault();
        if (fault != null) {
            isOver = true;
            var origin = origin(out, place);
            while (out.size() > place) {
                ReferenceCountUtil.release(out.removeLast());
            }
            LingeringClose.prepare(context.channel());
            out.add(fault.inTurn(head.isOfHead(), origin));
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            adapt((HttpRequest) out.get(place));
        }
    }

    /// Where its head could be read that far.
    private static String origin(List<Object> out, int place) {
        return out.size() > place && out.get(place) instanceof HttpRequest request
                ? request.headers().get(HttpHeaderNames.ORIGIN)
                : null;
    }

    /// HTTP/1.0 need not name the server, but Quarkus asks for it, and it knows no 100 Continue
    /// (RFC 9110, 10.1.1). Vert.x finds `close` only where it stands alone (7.6.1).
    private static void adapt(HttpRequest request) {
        var headers = request.headers();
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            headers.remove(HttpHeaderNames.EXPECT);
            if (!headers.contains(HttpHeaderNames.HOST)) {
                headers.set(HttpHeaderNames.HOST, "localhost");
            }
        }
        if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    private static MalformedRequest fault(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return isFramed(request)
                    ? MalformedRequest.syntax(
                            "The length of the body is not clear: one Content-Length in digits, or"
                                    + " Transfer-Encoding: chunked.")
                    : MalformedRequest.of(request.decoderResult().cause());
        }
        var coding = request.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        return coding != null && !coding.equalsIgnoreCase("chunked")
                ? MalformedRequest.syntax("Of transfer codings there is chunked alone.")
                : RequestTarget.fault(request);
    }

    /// Its headers were read, but what they say of the body cannot be.
    private static boolean isFramed(HttpRequest request) {
        return !(request.decoderResult().cause() instanceof TooLongFrameException)
                && (request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING));
    }

    /// Which of the two counts nobody can know (RFC 9112, 6.3).
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding");
    }
}
