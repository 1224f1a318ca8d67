package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Fetches many players' ways in, some at a time.
final class Crew {
    /// Calls under way: as many as a small machine answers without a queue.
    private static final int AT_ONCE = 8;

    /// Sockets on their way in at the same time, by contract of nobody.
    static final int SOCKETS = 64;

    /// Milliseconds, as our nodes and engine.io ask for about: who says nothing for longer is taken
    /// for gone.
    static final long HEARTBEAT = 20_000;

    private Crew() {}

    /// Visits of so many rooms, all of a room one after the other. The makers come first, so that
    /// nobody asks for a room that is not there.
    static List<Visit> of(Running running, int rooms, int seats) throws InterruptedException {
        var first = makers(running, rooms, seats);
        var others = new ArrayList<Callable<Visit>>();
        for (int room = 0; room < rooms; room++)
            for (int seat = 1; seat < seats; seat++) {
                int r = room;
                int s = seat;
                others.add(() -> running.visit(r, s, seats));
            }
        var rest = all(others);
        var visits = new ArrayList<Visit>();
        for (int room = 0; room < rooms; room++) {
            visits.add(first.get(room));
            visits.addAll(rest.subList(room * (seats - 1), (room + 1) * (seats - 1)));
        }
        return visits;
    }

    /// Visits of those who make the rooms, which are there from then on.
    static List<Visit> makers(Running running, int rooms, int seats) throws InterruptedException {
        var makers = new ArrayList<Callable<Visit>>();
        for (int room = 0; room < rooms; room++) {
            int r = room;
            makers.add(() -> running.visit(r, 0, seats));
        }
        return all(makers);
    }

    /// Visits of players who only hold a connection.
    ///
    /// @param from the number of the first
    /// @param to above that of the last
    static List<Visit> guests(Running running, int from, int to) throws InterruptedException {
        var calls = new ArrayList<Callable<Visit>>();
        for (int i = from; i < to; i++) {
            int n = i;
            calls.add(() -> running.guest(n));
        }
        return all(calls);
    }

    private static List<Visit> all(List<Callable<Visit>> calls) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var visits = new ArrayList<Visit>();
            for (var each : threads.invokeAll(calls)) visits.add(each.get());
            return visits;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
