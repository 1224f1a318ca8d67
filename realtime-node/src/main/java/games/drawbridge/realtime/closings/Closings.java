package games.drawbridge.realtime.closings;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.closings.ClosingsTable.Closing;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Closes rooms of this node that operators want closed. One that nobody has open is opened for it,
/// and one whose owner is dead gets another owner first, so each is closed in the end.
public final class Closings {
    private static final Logger LOG = Logger.getLogger(Closings.class);

    private final ClosingsTable table;
    private final Function<RoomId, CompletableFuture<Optional<Placement>>> owners;
    private final Rooms rooms;
    private final Candidate self;

    /// @param owners reads a room's row, and has it get another owner when the one it has is dead
    public Closings(
            ClosingsTable table,
            Function<RoomId, CompletableFuture<Optional<Placement>>> owners,
            Rooms rooms,
            Candidate self) {
        this.table = table;
        this.owners = owners;
        this.rooms = rooms;
        this.self = self;
    }

    /// Looks what is to be closed. Fails when it cannot be read; the next look then finds the same.
    public void look() {
        for (var closing : table.open())
            if (table.isOver(closing.room())) table.done(closing.room());
            else close(closing);
    }

    private void close(Closing closing) {
        var _ =
                owners.apply(closing.room())
                        .thenCompose(found ->
                                found.filter(this::isMine)
                                        .map(mine -> close(closing, mine))
                                        .orElse(CompletableFuture.completedFuture(null)))
                        .exceptionally(fault -> {
                            LOG.warnf("room %s was not closed: %s", closing.room(), fault);
                            return null;
                        });
    }

    private boolean isMine(Placement room) {
        return room.node().equals(self.node()) && room.generation().equals(self.generation());
    }

    private CompletableFuture<Void> close(Closing closing, Placement mine) {
        return rooms.close(mine.room(), mine.epoch(), closing.operator(), closing.why());
    }
}
