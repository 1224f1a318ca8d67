package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.wire.Encoded;
import games.drawbridge.realtime.wire.Encoding;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// A room that nobody knows, opened, entered and moved in before a node counts as alive. The rooms
/// of a dead node go to the emptiest, which is the one that has just begun, and their players would
/// wait seconds while it loads its classes.
public final class Warmup {
    private static final Logger LOG = Logger.getLogger(Warmup.class);

    /// A node whose stores do not answer begins cold.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final PlayerId NOBODY = new PlayerId("nobody");

    private final RoomId room = new RoomId("warm-up-" + UUID.randomUUID());
    private final CompletableFuture<Void> moved = new CompletableFuture<>();

    private Warmup() {}

    /// Returns when the room was played, or after ten seconds.
    ///
    /// @param records asked once for a room that is not there
    /// @param opener one that keeps no records
    public static void play(Records records, Opener opener, Logs logs, Guide guide, NodeId node) {
        new Warmup().playOnce(records, opener, logs, guide, node);
    }

    private void playOnce(Records records, Opener opener, Logs logs, Guide guide, NodeId node) {
        var placement =
                new Placement(
                        room,
                        "relay",
                        Settings.NONE,
                        NOBODY,
                        1,
                        false,
                        node,
                        "",
                        1,
                        1,
                        Manifest.NONE);
        try {
            guide.moved(NOBODY, placement, 0);
            var link = new Somebody();
            records.placement(room)
                    .thenCompose(_ -> opener.open(placement, _ -> {}))
                    .thenCompose(opened -> {
                        link.room.complete(opened);
                        opened.join(link, null);
                        return moved.whenComplete((_, _) -> opened.close());
                    })
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .thenCompose(_ -> logs.of(AckLevel.LIVE, room, 1).retire())
                    .join();
        } catch (CompletionException cold) {
            LOG.warnf("the node begins cold: %s", cold);
        }
    }

    /// Moves as soon as it is in.
    private final class Somebody implements Link {
        private final CompletableFuture<Room> room = new CompletableFuture<>();

        @Override
        public PlayerId player() {
            return NOBODY;
        }

        @Override
        public void tell(Encoded frame) {}

        @Override
        public void tell(RoomId of, long seq, Encoded frame) {
            frame.bytes(Encoding.JSON);
            if (frame.frame() instanceof NodeFrame.Joined)
                room.thenAccept(it -> it.move(this, 1, new Json("{}")));
            else moved.complete(null);
        }

        @Override
        public void lost(RoomId of) {}

        @Override
        public void moved(NodeFrame.Moved frame) {}

        @Override
        public void close(CloseCode code) {}
    }
}
