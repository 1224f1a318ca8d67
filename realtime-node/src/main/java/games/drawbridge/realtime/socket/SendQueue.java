package games.drawbridge.realtime.socket;

import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.wire.Encoded;
import games.drawbridge.realtime.wire.Encoding;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What waits to be written to one socket. Any thread adds; the channel's thread writes, as many
/// frames in one message as fit, and flushes once for all that came meanwhile.
///
/// A queue that is full of what the client does not read is *behind*: it takes no events until it
/// is empty again, so that a slow client costs a bounded amount of memory and nobody else anything.
final class SendQueue {
    private final Channel channel;
    private final Encoding encoding;
    private final Runnable onBehind;
    private final Runnable onDrained;
    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
    private final Runnable flushing = this::flush;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean behind = new AtomicBoolean();

    /// @param onBehind called once each time the queue falls behind, on the thread that offered
    /// @param onDrained called once each time it is empty again, on the channel's thread
    SendQueue(Channel channel, Encoding encoding, Runnable onBehind, Runnable onDrained) {
        this.channel = channel;
        this.encoding = encoding;
        this.onBehind = onBehind;
        this.onDrained = onDrained;
    }

    /// Adds an event, unless the queue is behind.
    ///
    /// @return whether it was added
    boolean offer(Encoded frame) {
        boolean full =
                count.get() >= WireLimits.QUEUE_FRAMES || bytes.get() >= WireLimits.QUEUE_BYTES;
        if (full && behind.compareAndSet(false, true)) onBehind.run();
        if (behind.get()) return false;
        add(frame);
        return true;
    }

    /// Adds a frame that cannot be fetched again later.
    ///
    /// @return false when even these are too many: the socket is to be closed
    boolean send(Encoded frame) {
        add(frame);
        return count.get() < 2 * WireLimits.QUEUE_FRAMES
                && bytes.get() < 2 * WireLimits.QUEUE_BYTES;
    }

    boolean isBehind() {
        return behind.get();
    }

    private void add(Encoded frame) {
        byte[] encoded = frame.bytes(encoding);
        frames.add(encoded);
        count.incrementAndGet();
        bytes.addAndGet(encoded.length);
        if (scheduled.compareAndSet(false, true)) channel.eventLoop().execute(flushing);
    }

    /// Writes what the socket takes. On the channel's thread.
    void flush() {
        scheduled.set(false);
        while (channel.isWritable() && !frames.isEmpty()) channel.write(message());
        channel.flush();
        if (frames.isEmpty() && channel.isWritable() && behind.compareAndSet(true, false))
            onDrained.run();
    }

    private Object message() {
        // as large as what waits, most of which fits: memory of the pool, which goes out as it is
        int size = Math.min(bytes.get() + count.get(), WireLimits.OUTBOUND);
        ByteBuf buffer = channel.alloc().ioBuffer(Math.max(size, 1));
        int taken = 0;
        for (byte[] next = frames.peek(); next != null; next = frames.peek()) {
            int after = buffer.readableBytes() + 1 + next.length;
            if (taken > 0 && after > WireLimits.OUTBOUND) break;
            if (taken > 0 && encoding == Encoding.JSON) buffer.writeByte('\n');
            buffer.writeBytes(next);
            taken++;
            frames.remove();
            bytes.addAndGet(-next.length);
        }
        count.addAndGet(-taken);
        return encoding == Encoding.JSON
                ? new TextWebSocketFrame(buffer)
                : new BinaryWebSocketFrame(buffer);
    }
}
