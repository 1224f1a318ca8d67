package games.drawbridge.faults.net;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// One direction of one connection. Bytes keep their order in any weather. On the connection's
/// event loop.
final class Lane {
    /// Milliseconds between two portions when there is a limit.
    private static final int PORTION = 100;

    /// Nanoseconds of a millisecond.
    private static final long MILLI = 1_000_000;

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final Supplier<Weather> weather;
    private final RandomGenerator dice;
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private long lastDue = Long.MIN_VALUE;
    private boolean portioning;
    private boolean ended;

    /// Something was swallowed: the bytes after it would make no sense.
    private boolean holed;

    Lane(
            Vertx vertx,
            NetSocket from,
            NetSocket to,
            Supplier<Weather> weather,
            RandomGenerator dice) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.weather = weather;
        this.dice = dice;
        from.handler(this::came);
    }

    private void came(Buffer bytes) {
        var now = weather.get();
        if (now.swallows() || holed) {
            holed = true;
        } else if (now.bytesPerSecond() > 0 || portioning) {
            waiting.add(bytes);
            from.pause();
            if (!portioning) portion();
        } else if (now.delay() + now.jitter() > 0 || !waiting.isEmpty()) {
            later(bytes, now);
        } else {
            pass(bytes);
        }
    }

    private void later(Buffer bytes, Weather now) {
        waiting.add(bytes);
        long millis = System.nanoTime() / MILLI;
        long wished = millis + now.delay() + (now.jitter() == 0 ? 0 : dice.nextInt(now.jitter()));
        lastDue = Math.max(lastDue, wished);
        vertx.setTimer(
                Math.max(1, lastDue - millis),
                _ -> {
                    // the oldest, whichever timer is first
                    var next = waiting.poll();
                    if (next != null) pass(next);
                    if (ended && waiting.isEmpty()) to.close();
                });
    }

    /// Passes what the limit allows for the next moment.
    private void portion() {
        portioning = true;
        int rate = weather.get().bytesPerSecond();
        int most = rate == 0 ? Integer.MAX_VALUE : Math.max(1, rate * PORTION / 1_000);
        while (most > 0 && !waiting.isEmpty()) {
            var first = waiting.remove();
            if (first.length() > most) {
                waiting.addFirst(first.slice(most, first.length()));
                first = first.slice(0, most);
            }
            most -= first.length();
            pass(first);
        }
        if (waiting.isEmpty()) {
            portioning = false;
            if (ended) to.close();
            else from.resume();
        } else {
            vertx.setTimer(PORTION, _ -> portion());
        }
    }

    private void pass(Buffer bytes) {
        to.write(bytes);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(_ -> {
                if (!portioning) from.resume();
            });
        }
    }

    /// The sender has closed: the other end hears of it behind what is on its way, or never.
    void end() {
        ended = true;
        if (holed || weather.get().swallows()) return;
        if (waiting.isEmpty()) to.close();
    }
}
