package games.drawbridge.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// One direction of a connection: what is sent arrives late, in order, and not while it is blocked.
final class Lane {
    private final Agenda agenda;
    private final Dice dice;
    private final Queue<Runnable> stalled = new ArrayDeque<>();
    private boolean blocked;
    private long arrival;

    Lane(Agenda agenda, Dice dice) {
        this.agenda = agenda;
        this.dice = dice;
    }

    void send(Runnable delivery) {
        arrival = Math.max(arrival, agenda.now() + delay().toNanos());
        agenda.at(arrival, () -> arrive(delivery));
    }

    private Duration delay() {
        return dice.happens(0.02) ? dice.millis(60, 600) : dice.millis(3, 40);
    }

    private void arrive(Runnable delivery) {
        if (blocked || !stalled.isEmpty()) stalled.add(delivery);
        else delivery.run();
    }

    void block(boolean now) {
        blocked = now;
        if (blocked) return;
        var late = List.copyOf(stalled);
        stalled.clear();
        late.forEach(Runnable::run);
    }
}
