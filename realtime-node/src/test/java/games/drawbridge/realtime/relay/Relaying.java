package games.drawbridge.realtime.relay;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.bus.Bus;
import games.drawbridge.realtime.bus.LossyPubSub;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Entrance;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.wire.Encoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A relay with one room, and two nodes that may own it and note what they are asked.
final class Relaying {
    private static final long SECOND = 1_000_000_000;
    private static final RoomId ROOM = new RoomId("r1");

    final LossyPubSub server = new LossyPubSub();
    private final Owning first = new Owning("n1");
    private final Owning next = new Owning("n2");
    private final Bus bus;
    private final Relays relays;
    private Placement row = row("n1", 1);
    private long now = 1;

    Relaying() {
        bus = new Bus(address("n9"), server, Runnable::run, () -> now);
        Timers timers =
                (_, task) -> {
                    task.run();
                    return () -> {};
                };
        relays =
                new Relays(
                        null,
                        bus,
                        _ -> CompletableFuture.completedFuture(Optional.of(row)),
                        timers,
                        () -> Runnable::run,
                        () -> now);
        bus.start(relays);
    }

    /// A socket's way in.
    static final class Player implements Link {
        private final PlayerId id;
        private List<String> frames = new ArrayList<>();

        Player(PlayerId id) {
            this.id = id;
        }

        List<String> heard() {
            var heard = frames;
            frames = new ArrayList<>();
            return heard;
        }

        @Override
        public PlayerId player() {
            return id;
        }

        @Override
        public void tell(Encoded frame) {
            frames.add(frame.text().text());
        }

        @Override
        public void tell(RoomId room, long seq, Encoded frame) {
            tell(frame);
        }

        @Override
        public void lost(RoomId room) {
            frames.add("lost");
        }

        @Override
        public void moved(NodeFrame.Moved frame) {}

        @Override
        public void close(CloseCode code) {
            frames.add(code.name());
        }
    }

    private final class Owning implements Bus.Listener {
        private final Bus bus;
        private List<String> asked = new ArrayList<>();

        Owning(String name) {
            bus = new Bus(address(name), server, Runnable::run, () -> now);
            bus.start(this);
        }

        List<String> asked() {
            var all = asked;
            asked = new ArrayList<>();
            return all;
        }

        @Override
        public void heard(Address from, Json body) {
            if (Message.read(body).orElseThrow() instanceof Ask ask) asked.add(text(ask));
        }

        @Override
        public void missed(Address peer) {}

        @Override
        public void silent(Address peer) {}
    }

    private static String text(Ask ask) {
        return switch (ask) {
            case Ask.Join join ->
                    "join %s %d %s"
                            .formatted(
                                    join.room(),
                                    join.visitor(),
                                    join.again()
                                            ? "again " + join.epoch() + "-" + join.seq()
                                            : "fresh");
            case Ask.Move move -> "move " + move.id();
            case Ask.BadMove move -> "bad " + move.id();
            case Ask.Leave _ -> "leave";
            case Ask.Gone _ -> "gone";
            case Ask.Behind _ -> "behind";
            case Ask.Drained drained -> "drained " + drained.seq();
        };
    }

    private static Address address(String node) {
        return new Address(new NodeId(node), "1");
    }

    private static Placement row(String node, long epoch) {
        return new Placement(
                ROOM,
                "relay",
                Settings.NONE,
                new PlayerId("ann"),
                7,
                true,
                new NodeId(node),
                "1",
                epoch,
                1,
                Manifest.NONE);
    }

    Entrance entrance() {
        return relays.find(ROOM).join().orElseThrow();
    }

    /// What the owner was asked since the last call.
    List<String> asked() {
        return first.asked();
    }

    List<String> askedNext() {
        return next.asked();
    }

    void tell(String frame) {
        tellTo(1, frame);
    }

    void tellTo(long visitor, String frame) {
        say(new Tell.Frame(ROOM, List.of(visitor), new Json(frame)));
    }

    void tellAgain() {
        say(new Tell.Again());
    }

    void tellLost(RoomId room) {
        say(new Tell.Lost(room));
    }

    private void say(Tell tell) {
        first.bus.send(address("n9"), tell.json());
    }

    /// The other node owns the room from now on.
    void moveRoom(long epoch) {
        row = row("n2", epoch);
    }

    /// Something of the owner is lost, and noticed.
    void miss() {
        server.lose(1);
        tellAgain();
        second();
    }

    void second() {
        seconds(1);
    }

    void seconds(int count) {
        for (int i = 0; i < count; i++) {
            now += SECOND;
            bus.beat();
            first.bus.beat();
            next.bus.beat();
        }
    }
}
