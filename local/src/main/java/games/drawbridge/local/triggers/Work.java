package games.drawbridge.local.triggers;

import java.time.Duration;

/// What triggers have begun. Delivery is at least once, but a world that stops is no reason for a
/// second time: an event's handling and the writing down of it are one piece, which is not cut.
final class Work {
    private int underWay;
    private boolean stopped;

    /// Something that is brought to its end.
    interface Piece extends AutoCloseable {
        @Override
        void close();
    }

    /// Begins a piece; it is under way until closed.
    ///
    /// @throws InterruptedException when the world stops
    synchronized Piece begin() throws InterruptedException {
        if (stopped) throw new InterruptedException("the world stops");
        underWay++;
        return this::end;
    }

    private synchronized void end() {
        underWay--;
        notifyAll();
    }

    synchronized boolean goesOn() {
        return !stopped;
    }

    /// Lets nothing more begin and waits for what is under way.
    ///
    /// @return whether all of it has come to its end
    synchronized boolean stop(Duration patience) throws InterruptedException {
        stopped = true;
        long until = System.nanoTime() + patience.toNanos();
        while (underWay > 0) {
            var left = Duration.ofNanos(until - System.nanoTime());
            if (left.toMillis() < 1) return false;
            wait(left.toMillis());
        }
        return true;
    }
}
