package games.drawbridge.simulation;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Guide;
import games.drawbridge.realtime.room.Heirs;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// How a node goes away, as the real one does: it takes no more rooms, gives those that it has to
/// others, and waits for the players to follow.
final class Departure {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final Duration SPREAD = Duration.ofSeconds(5);

    /// There is no bus here: each heir opens its rooms when the first player comes.
    private static final Heirs HEIRS =
            new Heirs() {
                @Override
                public void expect(RoomId room, Candidate heir) {}

                @Override
                public void take(Placement room) {}
            };

    private final Running node;
    private final Heart heart;
    private final Guide guide;
    private final long until;

    /// @param tickets signs them
    Departure(Running node, Heart heart, Function<Ticket, String> tickets) {
        this.node = node;
        this.heart = heart;
        this.until = node.life.now() + PATIENCE;
        this.guide =
                (player, standing, room, after) -> {
                    var ticket =
                            new Ticket(
                                    player,
                                    room.room(),
                                    room.node(),
                                    room.generation(),
                                    room.epoch(),
                                    standing);
                    return new NodeFrame.Moved(room.room(), after, "", tickets.apply(ticket));
                };
    }

    /// @param then when nothing is left to wait for
    void begin(Runnable then) {
        heart.drain()
                .whenComplete((fleet, error) -> {
                    if (error == null && !fleet.isEmpty()) give(fleet, then);
                    else leave(then);
                });
    }

    /// Twice, for what was opened meanwhile by a ticket that was on its way.
    private void give(List<Candidate> fleet, Runnable then) {
        node.rooms.drain(fleet, guide, HEIRS);
        whenEmpty(() -> {
            node.rooms.drain(fleet, guide, HEIRS);
            whenEmpty(() -> {
                node.tellAll(new NodeFrame.Drain(SPREAD.toMillis()));
                node.life.after(SPREAD.plusSeconds(1), () -> leave(then));
            });
        });
    }

    private void whenEmpty(Runnable then) {
        if (node.rooms.count() == 0 || node.life.now() > until) then.run();
        else node.life.after(LOOK, () -> whenEmpty(then));
    }

    private void leave(Runnable then) {
        node.closeAll(CloseCode.DRAINED);
        node.life.after(SPREAD.dividedBy(50), then);
    }
}
