package dev.byline.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.util.IllegalReferenceCountException;
import io.vertx.core.buffer.impl.BufferImpl;
import java.util.concurrent.atomic.AtomicLong;

/// Bytes outside the heap, as the network takes them: however many readers have not taken them
/// yet, they are there once. They are freed when the cache and the last of these let go.
final class SharedBytes extends UnpooledDirectByteBuf {
    private static final AtomicLong ALIVE = new AtomicLong();
    private static final ByteBufAllocator ALLOCATOR = UnpooledByteBufAllocator.DEFAULT;

    private final int length;
    private final Sending sending = new Sending(this);

    SharedBytes(byte[] bytes) {
        super(ALLOCATOR, bytes.length, bytes.length);
        length = bytes.length;
        writeBytes(bytes);
        ALIVE.addAndGet(length);
    }

    /// How many bytes there are, those that only slow readers hold among them.
    static long alive() {
        return ALIVE.get();
    }

    /// A buffer to be sent once, or null when the bytes are gone.
    Sending toSend() {
        try {
            retain();
            return sending;
        } catch (IllegalReferenceCountException _) {
            return null;
        }
    }

    @Override
    protected void deallocate() {
        super.deallocate();
        ALIVE.addAndGet(-length);
    }

    /// Vert.x would wrap a foreign buffer so that nothing ever frees it.
    static final class Sending extends BufferImpl {
        private final SharedBytes bytes;

        private Sending(SharedBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public ByteBuf getByteBuf() {
            return bytes.duplicate();
        }

        @Override
        public int length() {
            return bytes.length;
        }
    }
}
