package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.placement.MemoryRecords;
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

/// A room that nobody knows, opened, moved in, given away, opened again and forgotten before a node
/// counts as alive. The rooms of a node that dies or leaves go to the emptiest, which is the one
/// that has just begun, and their players would wait seconds while it loads its classes.
public final class Warmup {
    private static final Logger LOG = Logger.getLogger(Warmup.class);

    /// A node whose stores do not answer begins cold.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final PlayerId NOBODY = new PlayerId("nobody");

    private final RoomId room = new RoomId("warm-up-" + UUID.randomUUID());
    private final Records records;
    private final MemoryRecords own;
    private final Opener opener;
    private final Logs logs;
    private final Archive archive;
    private final Guide guide;
    private final Heirs heirs;

    /// @param records asked once for a room that is not there
    /// @param own what is kept of this one
    /// @param opener that keeps its records there and takes a snapshot at every event
    public Warmup(
            Records records,
            MemoryRecords own,
            Opener opener,
            Logs logs,
            Archive archive,
            Guide guide,
            Heirs heirs) {
        this.records = records;
        this.own = own;
        this.opener = opener;
        this.logs = logs;
        this.archive = archive;
        this.guide = guide;
        this.heirs = heirs;
    }

    /// Returns when all is done, or after ten seconds.
    ///
    /// @param node who plays both the owner and the heir
    /// @return whether the stores answered
    public boolean play(Candidate node) {
        try {
            var somebody = new Somebody();
            records.placement(room)
                    .thenCompose(_ -> entered(placement(node), somebody))
                    .thenCompose(opened -> {
                        opened.move(somebody, 1, new Json("{}"));
                        return somebody.moved.thenCombine(own.archived(), (_, _) -> opened);
                    })
                    .thenCompose(opened -> opened.handOver(node, guide, heirs))
                    .thenCompose(_ -> own.placement(room))
                    .thenCompose(heir -> {
                        opener.expect(heir.orElseThrow());
                        return entered(heir.orElseThrow(), new Somebody());
                    })
                    .thenCompose(opened -> {
                        opened.close();
                        return logs.of(AckLevel.LIVE, room, opened.placement().epoch()).retire();
                    })
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((_, _) -> archive.delete(own.objects()))
                    .join();
            return true;
        } catch (CompletionException cold) {
            LOG.warnf("the node begins cold: %s", cold);
            return false;
        }
    }

    private Placement placement(Candidate node) {
        return new Placement(
                room,
                "relay",
                Settings.NONE,
                NOBODY,
                1,
                false,
                node.node(),
                node.generation(),
                1,
                1,
                Manifest.NONE);
    }

    /// The room, opened, once somebody is in it.
    private CompletableFuture<Room> entered(Placement placement, Somebody link) {
        return opener.open(placement, _ -> {})
                .thenCompose(opened -> {
                    opened.join(link, null);
                    return link.entered.thenApply(_ -> opened);
                });
    }

    private static final class Somebody implements Link {
        private final CompletableFuture<Void> entered = new CompletableFuture<>();
        private final CompletableFuture<Void> moved = new CompletableFuture<>();

        @Override
        public PlayerId player() {
            return NOBODY;
        }

        @Override
        public void tell(Encoded frame) {}

        @Override
        public void tell(RoomId of, long seq, Encoded frame) {
            frame.bytes(Encoding.JSON);
            var heard = frame.frame() instanceof NodeFrame.Joined ? entered : moved;
            heard.complete(null);
        }

        @Override
        public void lost(RoomId of) {}

        @Override
        public void moved(NodeFrame.Moved frame) {}

        @Override
        public void close(CloseCode code) {}
    }
}
