package games.drawbridge.simulation;

import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The world's time: what is to happen, one after the other. Between two things no time passes.
final class Agenda implements InstantSource, Timers {
    private static final Instant BEGIN = Instant.parse("2026-11-01T20:00:00Z");

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long now;
    private long number;

    private static final class Due implements Comparable<Due>, Cancel {
        final long at;
        final long number;
        @Nullable Runnable task;

        Due(long at, long number, Runnable task) {
            this.at = at;
            this.number = number;
            this.task = task;
        }

        @Override
        public int compareTo(Due other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }

        @Override
        public void cancel() {
            task = null;
        }
    }

    /// Nanoseconds since the world began.
    long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(now);
    }

    /// Things due at the same time happen in the order in which they were asked for.
    @Override
    public Cancel after(Duration delay, Runnable task) {
        return at(now + delay.toNanos(), task);
    }

    /// @param time nanoseconds since the world began; what has passed is now
    Cancel at(long time, Runnable task) {
        var due = new Due(Math.max(now, time), number++, task);
        queue.add(due);
        return due;
    }

    /// Lets everything happen up to and including that time.
    void runUntil(long time) {
        for (var due = queue.peek(); due != null && due.at <= time; due = queue.peek()) {
            queue.remove();
            now = due.at;
            var task = due.task;
            if (task != null) task.run();
        }
        now = time;
    }
}
